using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Shows what a customer can buy, without any effect.</summary>
internal sealed class ExamineRewardsHandler(ExamineLocator locator)
{
    private static readonly HashSet<string> Properties =
        new(StringComparer.Ordinal) { "customer_identification", "customer", "member" };

    public SandboxResponse Examine(SandboxCall call)
    {
        if (!ClosedBody.TryRead(call, Properties, out var root, out var refusal)
            || !locator.TryFind(call, root, out var customer, out var members, out refusal))
        {
            return refusal;
        }

        // Only programs that have rewards (documented).
        var examined = members
            .Where(static member => member.Program.Rewards.Any())
            .Select(member => (Member: member, Offers: RewardOffers.Of(member, call.Now).ToList()))
            .ToList();
        return JsonResponse.Object(writer => ExamineRewardsJson.Write(writer, customer, examined));
    }
}
