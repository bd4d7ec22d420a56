using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Ordering;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>An adjustment that several callers may make at the same time.</summary>
/// <param name="registry">The adjustments of the client.</param>
/// <param name="key">The card and the id.</param>
/// <param name="adjustment">The adjustment.</param>
internal readonly struct SharedAdjustment(AdjustmentRegistry registry, WriteKey key, AdjustmentTerms adjustment)
{
    /// <summary>Whether a call with the id is under way.</summary>
    public bool IsUnderWay => registry.IsUnderWay(key);

    /// <summary>The result, if this client has applied the adjustment lately; otherwise null.</summary>
    public IWriteResult? KnownResult => registry.ResultOf(key, adjustment);

    /// <summary>Joins the call that has the same id, or the one that was applied. Returns null if the id is not known.</summary>
    /// <exception cref="LoyaltySourceIdConflictException">The id belongs to another adjustment.</exception>
    public JoinedAdjustment? Join() => registry.Join(key, adjustment);

    /// <summary>Leaves the turn of a call, or its place in the queue, to a caller that has joined it.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="handingOver">Called once, before that caller begins.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryHandOver(CardTicket turn, Action handingOver) => registry.TryHandOver(key, turn, handingOver);

    /// <summary>Tells those who have joined the call since when its outcome is unknown; null when it is known.</summary>
    public void SetUnknownSince(long? since) => registry.SetUnknownSince(key, since);

    /// <summary>Remembers what was found while no call was under way.</summary>
    public void Remember(WriteOutcome outcome) => registry.Remember(key, adjustment, outcome);
}
