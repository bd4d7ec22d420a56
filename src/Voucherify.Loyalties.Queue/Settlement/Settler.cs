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

    private readonly TailReader _tails = new(store, client, settings, session);

    /// <summary>Does what is due.</summary>
    public async Task SettleAsync(CallLimits limits, CancellationToken cancellationToken)
    {
        var now = store.Now;
        var (due, tails) = await store.ReadAsync(
            rows => rows.State is { Pause: not null } or { IsRestored: true }
                ? ([], [])
                : (rows.ListDueLooks(now, LooksAtOnce), rows.ListTails(now - VerifyTime, now - FreshTime)),
            cancellationToken).ConfigureAwait(false);
        if (due.Count > 0 && await TakeAsync(due.Count, limits, cancellationToken).ConfigureAwait(false))
        {
            var looks = due.Select(row => sender.LookAsync(row, now - (row.FirstSentAt ?? now)));
            var outcomes = await Task.WhenAll(looks).ConfigureAwait(false);
            var settled = await store
                .RunAsync(rows => rows.Look(outcomes, session.Epoch, session.Times, store.Now), cancellationToken)
                .ConfigureAwait(false);
            settings.Metrics.Settled(settled, store.Now);
            store.Wake();
        }

        foreach (var tail in tails)
        {
            if (await _tails.ReadAsync(tail, calls => TakeAsync(calls, limits, cancellationToken), cancellationToken).ConfigureAwait(false))
            {
                store.Wake();
            }
        }
    }

    // What is open comes before what is new: claims would otherwise leave no call to the lookups.
    private Task<bool> TakeAsync(int calls, CallLimits limits, CancellationToken cancellationToken)
    {
        var ahead = limits with { Burst = limits.Burst + CallsAhead };
        return store.RunAsync(rows => rows.TryTake(calls, ahead, store.Now), cancellationToken);
    }
}
