using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Waits between the lookups of a search.</summary>
/// <param name="services">What all reconciled writes of a client share.</param>
/// <param name="cards">The cards of the write.</param>
/// <param name="turn">The turn of the call; null if it has none.</param>
/// <param name="limits">How long the search goes on.</param>
internal sealed class LookupPause(ReconciliationServices services, string[] cards, CardTicket? turn, SearchLimits limits) : IDisposable
{
    private readonly LookupSlot? _slot = limits.IsInBackground ? new LookupSlot() : null;

    private TimeProvider Time => services.Clock.Time;

    // What is left of the rate belongs to calls that a caller waits for.
    private bool MustYield => limits.IsInBackground && services.IsRateScarce();

    /// <summary>Waits until the next lookup is due. The one before has ended.</summary>
    /// <param name="schedule">When lookups are due.</param>
    /// <param name="sent">When the write was sent.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>When the lookup begins; null if the time of the search ends first.</returns>
    public async Task<long?> WaitAsync(LookupSchedule schedule, SendState sent, CancellationToken cancellationToken)
    {
        LeaveSlot();
        var windowEnd = sent.WindowEnd;
        while (true)
        {
            var signal = services.Clock.NewSource();
            var hasWaiting = services.Turns.HasWaiting(cards, turn, signal);
            var wait = Time.SpanOf(schedule.Next(windowEnd, hasWaiting) - Time.GetTimestamp());
            var isDue = wait <= TimeSpan.Zero && !MustYield;
            if (isDue && TryEnterSlot(signal, hasWaiting))
            {
                return schedule.Begin(windowEnd);
            }

            var timeLeft = limits.TimeLeft();
            if (isDue)
            {
                wait = timeLeft;
            }
            else
            {
                LeaveSlot();
                wait = wait > TimeSpan.Zero ? wait : services.Options.BaseDelay;
            }

            var patience = sent.MaybeSent ? limits.Patience() : TimeSpan.MaxValue;
            if (patience <= TimeSpan.Zero || timeLeft <= TimeSpan.Zero || (!isDue && wait >= timeLeft && timeLeft <= patience))
            {
                // Nothing more can be learned in the time that is left.
                return null;
            }

            await services.Clock.WaitAsync(signal, wait < patience ? wait : patience, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The search has ended.</summary>
    public void Dispose() => LeaveSlot();

    // A search that a caller waits for needs none, and must not wait behind lookups that hang.
    private bool TryEnterSlot(TaskCompletionSource signal, bool hasWaiting)
    {
        if (hasWaiting)
        {
            LeaveSlot();
        }

        return _slot is null || hasWaiting || services.BackgroundLookups.TryEnter(_slot, signal);
    }

    private void LeaveSlot()
    {
        if (_slot is not null)
        {
            services.BackgroundLookups.Leave(_slot);
        }
    }
}
