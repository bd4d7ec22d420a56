using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>
/// Moves points. Time passes only in <see cref="AdvanceTo"/>, which applies what has fallen due since the last call, in the order in
/// which it fell due. Nothing here owns a timer, so a test decides when anything happens.
/// </summary>
internal sealed class PointsLedger(CardRegistry registry, LedgerWriter writer, PendingLedger pending) : ITimeline
{
    private readonly EffectQueue _queue = new();

    /// <summary>How many accepted effects could not be applied.</summary>
    public int Dropped { get; private set; }

    public DateTimeOffset NextDue
    {
        get
        {
            var effect = _queue.NextDue;
            var time = pending.NextDue < writer.NextExpiry ? pending.NextDue : writer.NextExpiry;
            return effect < time ? effect : time;
        }
    }

    /// <summary>Accepts an adjustment, which is applied when the ledger advances to its due time.</summary>
    public void Adjust(Card card, Adjustment adjustment, SandboxCall call) =>
        _queue.Add(new AdjustmentEffect(card, adjustment, call.Id, call.Effect));

    /// <summary>Accepts a transfer, which is applied when the ledger advances to its due time.</summary>
    public void Transfer(Card destination, IReadOnlyList<TransferItem> items, SandboxCall call) =>
        _queue.Add(new TransferEffect(destination, items, call.Id, call.Effect));

    /// <summary>Accepts a redemption, which is applied when the ledger advances to its due time.</summary>
    public void Redeem(Card card, StoredRedemption redemption, SandboxCall call) =>
        _queue.Add(new RedemptionEffect(card, redemption, call.Id, call.Effect));

    /// <summary>
    /// Applies everything that is due. At the same instant, pending points are activated first, then points expire (documented), then
    /// effects are applied (assumed).
    /// </summary>
    public void AdvanceTo(DateTimeOffset now)
    {
        while (NextDue is var due && due <= now)
        {
            writer.AdvanceTo(due);
            if (due == pending.NextDue)
            {
                pending.ActivateNext();
            }
            else if (due == writer.NextExpiry)
            {
                writer.Expire(registry.Cards);
            }
            else
            {
                Dropped += _queue.Take().TryApply(writer) ? 0 : 1;
            }
        }

        writer.AdvanceTo(now);
    }
}
