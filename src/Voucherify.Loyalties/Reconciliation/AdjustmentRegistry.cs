using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// The adjustments that are under way in this client, and those that it has applied lately, by card and <c>source_id</c>. An applied one is
/// remembered until the window after its response has passed, because a list may not show it earlier. The entries are structs in one table
/// that reuses the places of those that went, so that an adjustment allocates nothing here.
/// </summary>
/// <param name="clock">Creates what a caller waits for.</param>
/// <param name="memory">How long an applied adjustment is remembered at least.</param>
/// <param name="stored">Called when an adjustment is remembered.</param>
internal sealed class AdjustmentRegistry(ClientClock clock, TimeSpan memory, Action stored)
{
    private readonly object _gate = new();
    private readonly Dictionary<WriteKey, Entry> _entries = [];

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

    /// <summary>
    /// Whether this client itself has applied an adjustment with this id lately. One that waits for its turn has not been sent: a
    /// transaction with its id may be that of a longer id, cut.
    /// </summary>
    public bool HasApplied(string card, string sourceId)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(new WriteKey(card, sourceId, IsTransfer: false), out var entry) && entry.Result is not null;
        }
    }

    /// <summary>Registers a call for an adjustment.</summary>
    /// <param name="key">The card and the id.</param>
    /// <param name="adjustment">The adjustment.</param>
    /// <param name="inQueue">Whether it waits for the turn of its card. Of these calls, one at a time may have an id.</param>
    /// <param name="isNew">Whether it is refused if the service has rejected an adjustment with the id lately.</param>
    /// <exception cref="LoyaltySourceIdConflictException">Another call has the id, or the service has rejected it.</exception>
    public void Begin(WriteKey key, AdjustmentTerms adjustment, bool inQueue, bool isNew = false)
    {
        lock (_gate)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, key, out _);
            if (inQueue && entry.IsInQueue)
            {
                throw SourceIdConflict.Running(key.Card, key.SourceId);
            }

            if (isNew && entry.Rejection is not null)
            {
                throw SourceIdConflict.Rejected(key.Card, key.SourceId);
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
    /// <param name="response">The result of an adjustment that was applied; null otherwise.</param>
    /// <param name="failure">Why it was certainly not applied; null if it was, or may have been.</param>
    public void End(WriteKey key, AdjustmentTerms adjustment, bool inQueue, IWriteResult? response, Exception? failure)
    {
        AdjustmentOutcome outcome;
        List<JoinedAdjustment>? joined;
        lock (_gate)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(_entries, key);
            entry.IsInQueue &= !inQueue;
            entry.OutsideQueue -= inQueue ? 0 : 1;
            entry.UnknownSince = null;
            if (response is not null)
            {
                Keep(ref entry, adjustment, response);
            }
            else if (failure is LoyaltyTransactionRejectedException rejection && entry.Result is null)
            {
                Keep(ref entry, adjustment, rejection);
            }
            else if (entry.IsUnderWay)
            {
                return;
            }

            outcome = new AdjustmentOutcome(entry.Result, failure);
            joined = entry.Joined;
            entry.Joined = null;
            if (!entry.IsKnown)
            {
                _entries.Remove(key);
            }
        }

        joined?.ForEach(caller => caller.TryComplete(outcome));
    }

    /// <summary>Leaves the turn of a call, or its place in the queue, to a caller that has joined it.</summary>
    /// <param name="key">The card and the id.</param>
    /// <param name="ticket">The turn.</param>
    /// <param name="handingOver">Called once, before that caller begins.</param>
    /// <returns>Whether there was one; then that caller has the id.</returns>
    public bool TryHandOver(WriteKey key, CardTicket ticket, Action handingOver)
    {
        var isFirst = true;
        while (TakeFirstJoined(key) is { } caller)
        {
            if (isFirst)
            {
                isFirst = false;
                handingOver();
            }

            if (caller.TryInherit(ticket))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Tells those who have joined a call since when its outcome is unknown; null when it is known.</summary>
    public void SetUnknownSince(WriteKey key, long? since)
    {
        List<JoinedAdjustment>? joined = null;
        lock (_gate)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(_entries, key);
            if (!Unsafe.IsNullRef(ref entry))
            {
                entry.UnknownSince = since;
                joined = entry.Joined is null ? null : [.. entry.Joined];
            }
        }

        joined?.ForEach(caller => caller.SetUnknownSince(since));
    }

    /// <summary>
    /// Remembers an adjustment that was found to be applied or rejected while no call for it was under way. Other outcomes are ignored.
    /// </summary>
    public void Remember(WriteKey key, AdjustmentTerms adjustment, WriteOutcome outcome)
    {
        if (outcome is { Known: null, Rejection: null })
        {
            return;
        }

        lock (_gate)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, key, out _);
            if (outcome.Known is { } result)
            {
                Keep(ref entry, adjustment, result);
            }
            else
            {
                Keep(ref entry, adjustment, outcome.Rejection!);
            }
        }
    }

    /// <summary>Whether a call with the id is under way.</summary>
    public bool IsUnderWay(WriteKey key)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(key, out var entry) && entry.IsUnderWay;
        }
    }

    /// <summary>Returns the result of an adjustment that was applied lately; null if it is not known, or was another one.</summary>
    public IWriteResult? ResultOf(WriteKey key, AdjustmentTerms adjustment)
    {
        lock (_gate)
        {
            return _entries.TryGetValue(key, out var entry) && entry.Adjustment == adjustment ? entry.Result : null;
        }
    }

    /// <summary>Joins the call that has the id, or the one that was applied.</summary>
    /// <param name="key">The card and the id.</param>
    /// <param name="adjustment">The adjustment of the caller.</param>
    /// <returns>What the caller waits for; null if the id is not known.</returns>
    /// <exception cref="LoyaltySourceIdConflictException">The id belongs to another adjustment.</exception>
    public JoinedAdjustment? Join(WriteKey key, AdjustmentTerms adjustment)
    {
        lock (_gate)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(_entries, key);
            if (Unsafe.IsNullRef(ref entry))
            {
                return null;
            }

            if (entry.Adjustment != adjustment)
            {
                throw SourceIdConflict.Of(
                    key.Card,
                    key.SourceId,
                    $"This client has another adjustment of '{key.Card}' with source_id '{key.SourceId}', under way or applied: "
                        + $"{entry.Adjustment.Points} points, not {adjustment.Points}, or with another expiration. Nothing was sent.");
            }

            var joined = new JoinedAdjustment(clock);
            if (entry.Result is not null || entry.Rejection is not null)
            {
                joined.TryComplete(new AdjustmentOutcome(entry.Result, entry.Rejection));
            }
            else
            {
                joined.SetUnknownSince(entry.UnknownSince);
                (entry.Joined ??= []).Add(joined);
            }

            return joined;
        }
    }

    /// <summary>Forgets what need not be remembered.</summary>
    /// <returns>Whether an applied adjustment is still remembered.</returns>
    public bool Sweep()
    {
        lock (_gate)
        {
            var isLeft = false;
            foreach (var (key, entry) in _entries)
            {
                if (!entry.IsUnderWay && entry.KeptUntil <= Now)
                {
                    _entries.Remove(key);
                }
                else
                {
                    isLeft |= entry.Result is not null || entry.Rejection is not null;
                }
            }

            return isLeft;
        }
    }

    private JoinedAdjustment? TakeFirstJoined(WriteKey key)
    {
        lock (_gate)
        {
            ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(_entries, key);
            if (entry.Joined is not [var first, ..])
            {
                return null;
            }

            entry.Joined.RemoveAt(0);
            return first;
        }
    }

    private void Keep(ref Entry entry, AdjustmentTerms adjustment, IWriteResult result)
    {
        entry.Adjustment = entry.Result is null ? adjustment : entry.Adjustment;
        entry.Result ??= result;
        entry.Rejection = null;
        Keep(ref entry);
    }

    private void Keep(ref Entry entry, AdjustmentTerms adjustment, LoyaltyTransactionRejectedException rejection)
    {
        entry.Adjustment = adjustment;
        entry.Rejection = rejection;
        Keep(ref entry);
    }

    private void Keep(ref Entry entry)
    {
        entry.KeptUntil = Now + clock.Time.TicksOf(memory);
        stored();
    }

    /// <summary>What is known of an id.</summary>
    private struct Entry
    {
        /// <summary>The adjustment that was applied; before that, the first one that is under way.</summary>
        public AdjustmentTerms Adjustment;

        /// <summary>The result once it was applied.</summary>
        public IWriteResult? Result;

        /// <summary>How the service has rejected it; null if it has not.</summary>
        public LoyaltyTransactionRejectedException? Rejection;

        /// <summary>The callers that wait for the outcome.</summary>
        public List<JoinedAdjustment>? Joined;

        /// <summary>Since when the outcome of the call in the queue is unknown; null if it is known.</summary>
        public long? UnknownSince;

        /// <summary>Until when an applied adjustment is remembered.</summary>
        public long KeptUntil;

        /// <summary>How many calls outside the queue have the id.</summary>
        public int OutsideQueue;

        /// <summary>Whether a call in the queue has the id.</summary>
        public bool IsInQueue;

        public readonly bool IsUnderWay => IsInQueue || OutsideQueue > 0;

        public readonly bool IsKnown => IsUnderWay || Result is not null || Rejection is not null;
    }
}
