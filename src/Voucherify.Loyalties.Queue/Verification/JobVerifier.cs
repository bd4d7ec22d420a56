using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Queue.Verification;

/// <summary>Reads the lists of the programs of a job from the beginning of the job, and compares every row.</summary>
internal sealed class JobVerifier(AdjustmentStore store, ILoyaltyClient client)
{
    private const int RowsAtOnce = 5000;

    /// <summary>How far the clocks may differ.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    /// <summary>Compares the job.</summary>
    /// <exception cref="ArgumentException">There is no such job.</exception>
    public async Task<JobVerification> VerifyAsync(string jobId, CancellationToken cancellationToken)
    {
        var job = await store.QueryAsync(rows => rows.GetJob(jobId), cancellationToken).ConfigureAwait(false)
            ?? throw new ArgumentException($"There is no job '{jobId}'.", nameof(jobId));
        var comparison = new JobComparison();
        var notCompared = 0L;
        await foreach (var row in RowsAsync(jobId, cancellationToken).ConfigureAwait(false))
        {
            if (row.Row.Item.Campaign is null || row.VoucherId is null)
            {
                notCompared += row.Row.State == AdjustmentState.Applied ? 1 : 0;
            }
            else
            {
                comparison.Add(row.Row, row.VoucherId);
            }
        }

        foreach (var campaign in comparison.Campaigns)
        {
            await ReadAsync(campaign, job.CreatedAt, comparison, cancellationToken).ConfigureAwait(false);
        }

        return comparison.End(notCompared);
    }

    private async Task ReadAsync(string campaign, DateTimeOffset since, JobComparison comparison, CancellationToken cancellationToken)
    {
        var query = new ListCampaignTransactionsQuery { Order = TransactionOrder.IdDescending };
        await foreach (var row in client.V1.Transactions
            .ListCampaignTransactionsAsync(campaign, query, cancellationToken: cancellationToken)
            .ConfigureAwait(false))
        {
            if (row.CreatedAt < since - Margin)
            {
                break;
            }

            comparison.See(row);
        }
    }

    private IAsyncEnumerable<(StoredAdjustment Row, string? VoucherId)> RowsAsync(string jobId, CancellationToken cancellationToken) =>
        store.ListAsync(
            new AdjustmentFilter { JobId = jobId },
            RowsAtOnce,
            static (rows, row) => (row, rows.GetLine(row.Item.LineKey).VoucherId),
            cancellationToken);
}
