using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Queue.Verification;

/// <summary>
/// Reads the lists of the programs of a job from the beginning of the job, and compares every row. Transactions and rows pass by in pages:
/// neither are kept.
/// </summary>
internal sealed class JobVerifier
{
    private const int RowsAtOnce = 5000;

    private const int TransactionsAtOnce = 100;

    private readonly AdjustmentStore _store;
    private readonly ILoyaltyClient _client;
    private readonly StoredJob _job;
    private readonly JobComparison _comparison;

    private JobVerifier(AdjustmentStore store, ILoyaltyClient client, StoredJob job) =>
        (_store, _client, _job, _comparison) = (store, client, job, new JobComparison(job.JobId));

    /// <summary>Compares a job.</summary>
    /// <exception cref="ArgumentException">There is no such job.</exception>
    public static async Task<JobVerification> VerifyAsync(
        AdjustmentStore store, ILoyaltyClient client, string jobId, CancellationToken cancellationToken)
    {
        var (job, campaigns) = await store
            .QueryAsync(rows => (rows.GetJob(jobId), rows.ListCampaigns(jobId)), cancellationToken)
            .ConfigureAwait(false);
        var verifier = new JobVerifier(
            store, client, job ?? throw new ArgumentException($"There is no job '{jobId}'.", nameof(jobId)));
        foreach (var campaign in campaigns)
        {
            await verifier.ReadAsync(campaign, cancellationToken).ConfigureAwait(false);
        }

        await verifier.CheckRowsAsync(cancellationToken).ConfigureAwait(false);
        return verifier._comparison.Result;
    }

    private async Task ReadAsync(string campaign, CancellationToken cancellationToken)
    {
        var query = new ListCampaignTransactionsQuery { Order = TransactionOrder.IdDescending, Limit = TransactionsAtOnce };
        var page = new List<LoyaltyTransaction>(TransactionsAtOnce);
        await foreach (var transaction in _client.V1.Transactions
            .ListCampaignTransactionsAsync(campaign, query, cancellationToken: cancellationToken)
            .ConfigureAwait(false))
        {
            if (transaction.CreatedAt < _job.CreatedAt - QueueTimes.ClockMargin)
            {
                break;
            }

            page.Add(transaction);
            if (page.Count == TransactionsAtOnce)
            {
                await SeeAsync(page, cancellationToken).ConfigureAwait(false);
            }
        }

        await SeeAsync(page, cancellationToken).ConfigureAwait(false);
    }

    private async Task SeeAsync(List<LoyaltyTransaction> page, CancellationToken cancellationToken)
    {
        await _store.ReadAsync(
            rows =>
            {
                _comparison.See(rows, page);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
        page.Clear();
    }

    private async Task CheckRowsAsync(CancellationToken cancellationToken)
    {
        StoredAdjustment? last = null;
        do
        {
            var after = last;
            last = await _store.ReadAsync(rows => CheckPage(rows, after), cancellationToken).ConfigureAwait(false);
        }
        while (last is not null);
    }

    private StoredAdjustment? CheckPage(IQueueRows rows, StoredAdjustment? after)
    {
        var page = rows.ListJob(_job.JobId, after, RowsAtOnce);
        var lines = rows.LinesOf(page);
        foreach (var row in page)
        {
            _comparison.Check(row, lines[row.Item.LineKey].VoucherId);
        }

        return page.Count < RowsAtOnce ? null : page[^1];
    }
}
