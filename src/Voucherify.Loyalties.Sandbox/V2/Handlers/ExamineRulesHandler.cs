using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Computes what a customer would earn, without any effect.</summary>
internal sealed class ExamineRulesHandler(ExamineLocator locator, EarningCalculator calculator)
{
    public SandboxResponse Examine(SandboxCall call)
    {
        if (!ExamineReader.TryRead(call, out var specific, out var facts, out var root, out var refusal)
            || !locator.TryFind(call, root, out var customer, out var members, out refusal))
        {
            return refusal;
        }

        // Only programs that have rules for the event (documented).
        var metadata = customer.Profile.FindObject("metadata");
        var examined = members
            .Where(member => member.Program.EarningRules.Any(rule => rule.IsActive && facts.Any(fact => fact.Trigger(rule))))
            .Select(member => (
                Member: member,
                Earned: facts
                    .SelectMany(fact => calculator.Of(member, fact with { CustomerMetadata = fact.CustomerMetadata ?? metadata }, call.Now))
                    .ToList()))
            .ToList();
        return JsonResponse.Object(writer => ExamineRulesJson.Write(writer, specific, customer, examined));
    }
}
