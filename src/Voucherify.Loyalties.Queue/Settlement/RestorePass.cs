using Voucherify.Loyalties.Queue.Sending;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Settlement;

/// <summary>
/// After a restore, waits until nothing that the lost rows have sent can still be applied, and then looks every open row up before any is
/// sent (rule 15). An epoch that changes meanwhile ends the pass.
/// </summary>
internal sealed class RestorePass(AdjustmentStore store, ILoyaltyClient client, WorkerSession session, WorkerSettings settings)
{
    private const int RowsAtOnce = 500;

    private readonly AdjustmentSender _sender = new(client, settings.Metrics);

    /// <summary>Runs the pass, if the store was restored.</summary>
    /// <returns>False if the host stops.</returns>
    public async Task<bool> RunAsync(CancellationToken stopping)
    {
        if (!await store.ReadAsync(static rows => rows.State.IsRestored, stopping).ConfigureAwait(false))
        {
            return true;
        }

        settings.Log.StoreRestored();
        try
        {
            await Task.Delay(session.Times.Longest, settings.Time, stopping).ConfigureAwait(false);
            while (!await TakeAsync(stopping).ConfigureAwait(false) || !await CompareAllAsync(stopping).ConfigureAwait(false))
            {
                if (!await store.ReadAsync(static rows => rows.State.IsRestored, stopping).ConfigureAwait(false))
                {
                    return true;
                }

                await Task.Delay(TimeSpan.FromSeconds(1), settings.Time, stopping).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return false;
        }

        await store.RunAsync(
            rows =>
            {
                Claiming.CheckIdentity(rows.State, session.StoreId, session.Epoch);
                rows.EndRestore();
            },
            stopping).ConfigureAwait(false);
        return true;
    }

    // One worker compares. If it ends, another one begins anew.
    private Task<bool> TakeAsync(CancellationToken stopping) => store.RunAsync(
        rows =>
        {
            Claiming.CheckIdentity(rows.State, session.StoreId, session.Epoch);
            return rows.TakeComparison(session.Owner, session.Times, rows.Now);
        },
        stopping);

    private async Task<bool> CompareAllAsync(CancellationToken stopping)
    {
        var lines = new Dictionary<string, List<StoredAdjustment>>(StringComparer.Ordinal);
        foreach (var state in (AdjustmentState[])
            [AdjustmentState.New, AdjustmentState.Pending, AdjustmentState.Sending, AdjustmentState.Unknown, AdjustmentState.Recorded])
        {
            await foreach (var row in OpenRowsAsync(state, stopping).ConfigureAwait(false))
            {
                if (!lines.TryGetValue(row.Item.LineKey, out var line))
                {
                    lines.Add(row.Item.LineKey, line = []);
                }

                line.Add(row);
            }
        }

        foreach (var line in lines.Values)
        {
            // A new row has no place yet; it may have had one, and have been sent, after the copy was made.
            var inOrder = line
                .OrderBy(static row => row.State == AdjustmentState.New ? long.MaxValue : row.Seq)
                .ThenBy(static row => row.Id);
            if (!await CompareAsync([.. inOrder], stopping).ConfigureAwait(false))
            {
                return false;
            }
        }

        return true;
    }

    private IAsyncEnumerable<StoredAdjustment> OpenRowsAsync(AdjustmentState state, CancellationToken stopping) =>
        store.ListAsync(new AdjustmentFilter { State = state }, RowsAtOnce, static (_, row) => row, stopping);

    private async Task<bool> CompareAsync(IReadOnlyList<StoredAdjustment> line, CancellationToken stopping)
    {
        var compared = new List<(StoredAdjustment, SendOutcomeKind)>();
        foreach (var row in line)
        {
            if (!await TakeAsync(stopping).ConfigureAwait(false))
            {
                return false;
            }

            compared.Add((row, await IsListedAsync(row, stopping).ConfigureAwait(false)));
        }

        return await store.RunAsync(
            rows =>
            {
                Claiming.CheckIdentity(rows.State, session.StoreId, session.Epoch);
                var isOurs = rows.TakeComparison(session.Owner, session.Times, rows.Now);
                if (isOurs)
                {
                    rows.Compare(rows.Unchanged(compared), session.Times, rows.Now);
                }

                return isOurs;
            },
            stopping).ConfigureAwait(false);
    }

    // A lookup that fails proves nothing, so it is made again.
    private async Task<SendOutcomeKind> IsListedAsync(StoredAdjustment row, CancellationToken stopping)
    {
        while (row.State != AdjustmentState.Recorded)
        {
            var (kind, isKnown) = await _sender.CompareAsync(row, store.Now - row.EnqueuedAt).ConfigureAwait(false);
            if (isKnown)
            {
                return kind;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), settings.Time, stopping).ConfigureAwait(false);
        }

        return SendOutcomeKind.Recorded;
    }
}
