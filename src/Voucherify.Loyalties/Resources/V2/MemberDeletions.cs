using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Deletes members. One that is gone after a lost response counts as deleted.</summary>
internal sealed class MemberDeletions(ResourceContext context, IMembersApi api)
{
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
