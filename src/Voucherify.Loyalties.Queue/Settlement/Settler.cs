using Voucherify.Loyalties.Queue.Sending;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Settlement;

/// <summary>Finds out what became of rows whose outcome is open: by the lists of their programs, or card by card.</summary>
internal sealed class Settler(
    AdjustmentStore store, ILoyaltyClient client, AdjustmentSender sender, WorkerSettings settings, WorkerSession session)
{
    private const int LooksAtOnce = 8;

    /// <summary>How many calls lookups may make ahead of the rate. Claims then wait.</summary>
    private const int CallsAhead = 200;

    /// <summary>How long after it was sent an applied row is still expected in a list.</summary>
    private static readonly TimeSpan VerifyTime = TimeSpan.FromHours(1);

    /// <summary>How long a lost row is looked for more often. What is not listed by then was probably never received.</summary>
    private static readonly TimeSpan FreshTime = TimeSpan.FromSeconds(20);

    /// <summary>How often lists are considered. To find those that are needed costs more than one row.</summary>
    private static readonly TimeSpan TailInterval = TimeSpan.FromMilliseconds(500);

    private readonly TailReader _tails = new(store, client, settings, session);
    private long? _tailsAt;

    /// <summary>Does what is due.</summary>
    public async Task SettleAsync(DueWork due, CallLimits limits, CancellationToken cancellationToken)
    {
        // What is open comes before what is new: claims would otherwise leave no call to the lookups.
        var ahead = limits with { Burst = limits.Burst + CallsAhead };
        var now = store.Now;
        if (due.NextLookAt <= now && !due.IsStopped)
        {
            await LookAsync(ahead, cancellationToken).ConfigureAwait(false);
        }

        if (due.IsStopped || (_tailsAt is { } at && settings.Time.GetElapsedTime(at) < TailInterval))
        {
            return;
        }

        _tailsAt = settings.Time.GetTimestamp();
        var tails = await store
            .ReadAsync(rows => rows.ListTails(now - VerifyTime, now - FreshTime), cancellationToken)
            .ConfigureAwait(false);
        foreach (var tail in tails)
        {
            if (await _tails.ReadAsync(tail, ahead, cancellationToken).ConfigureAwait(false))
            {
                store.Wake();
            }
        }
    }

    private async Task LookAsync(CallLimits limits, CancellationToken cancellationToken)
    {
        var (due, now) = await store
            .RunAsync(rows => (rows.TakeLooks(LooksAtOnce, limits, session.Times, rows.Now), rows.Now), cancellationToken)
            .ConfigureAwait(false);
        if (due.Count > 0)
        {
            var looks = due.Select(row => sender.LookAsync(row, now - (row.FirstSentAt ?? now)));
            var outcomes = await Task.WhenAll(looks).ConfigureAwait(false);
            var settled = await store
                .RunAsync(rows => rows.Look(outcomes, session.Epoch, session.Times, rows.Now), cancellationToken)
                .ConfigureAwait(false);
            settings.Metrics.Settled(settled, store.Now);
            store.Wake();
        }
    }
}
