using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Gives members benefits, as far as there are any.</summary>
internal sealed class BenefitGiver(TimedIds ids, BenefitCatalog benefits)
{
    public void Give(BenefitGrant grant, string eventId, DateTimeOffset now)
    {
        grant.Member.Triggers.Add(grant.Rule.Id, now);
        var benefit = benefits.Find(grant.BenefitId);
        var rejection = benefit is null ? Rejection.BenefitNotFound : benefit.TryTake() ? null : Rejection.OutOfStock;
        grant.Member.BenefitTransactions.Add(new(ids.Next("lbtx_", now), grant, eventId, now, rejection));
    }
}
