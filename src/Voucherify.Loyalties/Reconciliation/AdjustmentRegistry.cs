using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Time;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// The adjustments that are under way in this client, and those that it has applied lately, by card and <c>source_id</c>. An applied one is
/// remembered until the window after its response has passed, because a list may not show it earlier. The entries are structs in one table
/// that reuses the places of those that went, so that an adjustment allocates nothing here.
/// </summary>
/// <param name="clock">Creates what a caller waits for.</param>
/// <param name="memory">How long an applied adjustment is remembered at least.</param>
internal sealed class AdjustmentRegistry(ClientClock clock, TimeSpan memory)
{
    private readonly object _gate = new();
    private readonly Dictionary<(string Card, string SourceId), Entry> _entries = [];
    private long _nextSweep;

    /// <summary>The number of adjustments that are under way or remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _entries.Count;
            }
        }
    }

    private long Now => clock.Time.GetTimestamp();

    /// <summary>Whether this client itself has applied an adjustment with this id lately, or is about to.</summary>
    public bool Has(string card, string sourceId)
    {
        lock (_gate)
        {
            return _entries.ContainsKey((card, sourceId));
        }
    }

    /// <summary>Registers a call for an adjustment.</summary>
    /// <param name="key">The card and the id.</param>
    /// <param name="adjustment">The adjustment.</param>
    /// <param name="inQueue">Whether it waits for the turn of its card. Of these calls, one at a time may have an id.</param>
    /// <exception cref="LoyaltySourceIdConflictException">Another call has the id.</exception>
    public void Begin((string Card, string SourceId) key, AdjustBalanceRequest adjustment, bool inQueue)
    {
        lock (_gate)
        {
            Sweep();
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, key, out _);
            if (inQueue && entry.IsInQueue)
            {
                throw SourceIdConflict.Running(key.Card, key.SourceId);
            }

            if (!entry.IsKnown)
            {
                entry.Adjustment = adjustment;
            }

            entry.IsInQueue |= inQueue;
            entry.OutsideQueue += inQueue ? 0 : 1;
        }
    }

    /// <summary>Ends a call, and tells those who have joined it.</summary>
    /// <param name="key">The card and the id.</param>
    /// <param name="adjustment">The adjustment.</param>
    /// <param name="inQueue">Whether it waited for the turn of its card.</param>
    /// <param name="outcome">How it ended.</param>
    public void End((string Card, string SourceId) key, AdjustBalanceRequest adjustment, bool inQueue, AdjustmentOutcome outcome)
    {
        List<JoinedAdjustment>? joined;
        lock (_gate)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(_entries, key);
            entry.IsInQueue &= !inQueue;
            entry.OutsideQueue -= inQueue ? 0 : 1;
            if (outcome.Result is not null)
            {
                entry.Adjustment = entry.Result is null ? adjustment : entry.Adjustment;
                entry.Result ??= outcome.Result;
                entry.KeptUntil = Now + clock.Time.TicksOf(memory);
            }
            else if (entry.IsUnderWay)
            {
                return;
            }

            outcome = outcome with { Result = entry.Result };
            joined = entry.Joined;
            entry.Joined = null;
            if (!entry.IsKnown)
            {
                _entries.Remove(key);
            }
        }

        joined?.ForEach(caller => caller.Complete(outcome));
    }

    /// <summary>Joins the call that has the id, or the one that was applied.</summary>
    /// <param name="key">The card and the id.</param>
    /// <param name="adjustment">The adjustment of the caller.</param>
    /// <returns>What the caller waits for; null if the id is not known.</returns>
    /// <exception cref="LoyaltySourceIdConflictException">The id belongs to another adjustment.</exception>
    public JoinedAdjustment? Join((string Card, string SourceId) key, AdjustBalanceRequest adjustment)
    {
        lock (_gate)
        {
            Sweep();
            ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(_entries, key);
            if (Unsafe.IsNullRef(ref entry))
            {
                return null;
            }

            if (!IsSame(entry.Adjustment, adjustment))
            {
                throw SourceIdConflict.Of(
                    key.Card,
                    key.SourceId,
                    $"This client has another adjustment of '{key.Card}' with source_id '{key.SourceId}', under way or applied: "
                        + $"{entry.Adjustment.Points} points, not {adjustment.Points}, or with another expiration. Nothing was sent.");
            }

            var joined = new JoinedAdjustment(clock.NewSource());
            if (entry.Result is { } result)
            {
                joined.Complete(new AdjustmentOutcome(result, Failure: null));
            }
            else
            {
                (entry.Joined ??= []).Add(joined);
            }

            return joined;
        }
    }

    private static bool IsSame(AdjustBalanceRequest one, AdjustBalanceRequest other) =>
        one.Points == other.Points && one.ExpirationType == other.ExpirationType && one.ExpirationDate == other.ExpirationDate;

    /// <summary>Forgets what need not be remembered. It runs once per window.</summary>
    private void Sweep()
    {
        var now = Now;
        if (now < _nextSweep)
        {
            return;
        }

        _nextSweep = now + clock.Time.TicksOf(memory);
        foreach (var (key, entry) in _entries)
        {
            if (!entry.IsUnderWay && entry.KeptUntil < now)
            {
                _entries.Remove(key);
            }
        }
    }

    /// <summary>What is known of an id.</summary>
    private struct Entry
    {
        /// <summary>The adjustment that was applied; before that, the first one that is under way.</summary>
        public AdjustBalanceRequest Adjustment;

        /// <summary>The result once it was applied.</summary>
        public BalanceResult? Result;

        /// <summary>The callers that wait for the outcome.</summary>
        public List<JoinedAdjustment>? Joined;

        /// <summary>Until when an applied adjustment is remembered.</summary>
        public long KeptUntil;

        /// <summary>How many calls outside the queue have the id.</summary>
        public int OutsideQueue;

        /// <summary>Whether a call in the queue has the id.</summary>
        public bool IsInQueue;

        public readonly bool IsUnderWay => IsInQueue || OutsideQueue > 0;

        public readonly bool IsKnown => IsUnderWay || Result is not null;
    }
}
