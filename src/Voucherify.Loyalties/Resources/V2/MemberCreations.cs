using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Creates members, whose customers it checks before anything is sent.</summary>
internal sealed class MemberCreations(ResourceContext context, IMembersApi api, MembershipReads memberships)
{
    public Task<Member> CreateAsync(
        string program,
        CreateMemberRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        CustomerIdentificationRules.RequireForNewMember(request.Customer);
        return context.Guarded.SendAsync(
            limited => context.Dispatcher.SendAsync(
                V2Operations.CreateMember, () => api.CreateMember(program, request), limited, cancellationToken),
            limited => FindAsync(program, request, limited, cancellationToken),
            options,
            cancellationToken);
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

    private async Task<Member?> FindAsync(
        string program, CreateMemberRequest request, RequestOptions options, CancellationToken cancellationToken)
    {
        var found = await memberships.FindMemberAsync(program, request.Customer, options, cancellationToken).ConfigureAwait(false);
        return found is null ? null : found with { Differences = MemberDifferences.Of(found, request) };
    }
}
