using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Creates members, whose customers it checks before anything is sent, and deletes them.</summary>
internal sealed class MemberChanges(ResourceContext context, IMembersApi api)
{
    public Task<Member> CreateAsync(
        string program,
        CreateMemberRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        CustomerIdentificationRules.RequireForNewMember(request.Customer);
        return context.Dispatcher.SendAsync(
            V2Operations.CreateMember, () => api.CreateMember(program, request), options, cancellationToken);
    }

    public Task<AsyncActionRef> BatchCreateAsync(
        string program,
        IReadOnlyList<CreateMemberRequest> items,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var requests = Validate.Items(items);
        for (var i = 0; i < requests.Count; i++)
        {
            var name = $"{nameof(items)}[{i}].{nameof(CreateMemberRequest.Customer)}";
            CustomerIdentificationRules.RequireForNewMember(requests[i].Customer, name);
        }

        return context.Dispatcher.SendAsync(
            V2Operations.BatchCreateMembers, () => api.BatchCreateMembers(program, requests), options, cancellationToken);
    }

    public async Task<Member?> DeleteAsync(
        string program,
        string member,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        try
        {
            return await context.Dispatcher.SendAsync(
                V2Operations.DeleteMember,
                new CardRequest(member, campaignId: null, () => api.DeleteMember(program, member)),
                options,
                cancellationToken).ConfigureAwait(false);
        }
        catch (LoyaltyOutcomeUnknownException error)
            when (LostDeletion.IsGone(error))
        {
            // An earlier attempt may have deleted the member, and now it is gone.
            return null;
        }
    }
}
