using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Everything about buying rewards.</summary>
internal sealed class RewardTrade
{
    public RewardTrade(LedgerParts parts, TimedIds ids, IdGenerator codes, ProjectCalendar calendar, SpendingLimits limits)
    {
        Rules = new PurchaseRules(calendar, limits, Purchases);
        var end = new PurchaseEnd(new RewardGiver(codes, parts.Ledger, parts.Buckets));
        Recorder = new PurchaseRecorder(ids, parts.Ledger, limits, Purchases, end);
        Refunds = new RewardRefunds(ids, parts.Ledger, parts.Buckets);
    }

    public RewardPurchases Purchases { get; } = new();

    public PurchaseRules Rules { get; }

    public PurchaseRecorder Recorder { get; }

    public RewardRefunds Refunds { get; }
}
