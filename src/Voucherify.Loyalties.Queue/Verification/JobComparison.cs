using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Queue.Verification;

/// <summary>
/// Compares the rows of a job with transactions: first all transactions, newest first, then all rows, in the order of their lines. Of a row
/// that was seen only a few bytes are kept, so that a job of a million rows fits into the memory.
/// </summary>
internal sealed class JobComparison(string jobId)
{
    private readonly RowAges _ages = new();
    private readonly HashSet<long> _differing = [];
    private readonly Dictionary<string, string> _elsewhere = new(StringComparer.Ordinal);
    private readonly List<Difference> _differences = [];
    private string? _line;
    private int _youngest;
    private long _matched;
    private long _notCompared;

    public JobVerification Result => new() { Matched = _matched, Differences = _differences, NotCompared = _notCompared };

    /// <summary>Takes transactions. Each is older than those before.</summary>
    public void See(IQueueRows rows, IEnumerable<LoyaltyTransaction> transactions)
    {
        var adjustments = transactions.Where(ListedRows.IsAdjustment).ToList();
        var (known, _) = rows.FindListedRows(adjustments.Select(static one => (one.SourceId, one.VoucherId)));
        foreach (var transaction in adjustments)
        {
            var ids = (transaction.SourceId, transaction.VoucherId);
            foreach (var row in known[ids].Where(IsCompared))
            {
                See(row, transaction);
            }

            if (!known.Contains(ids) && rows.HasSource(transaction.SourceId))
            {
                _elsewhere.TryAdd(transaction.SourceId, transaction.Id);
            }
        }
    }

    /// <summary>Takes a row of the job, after all transactions.</summary>
    /// <param name="row">The row. It follows the one before it in its line.</param>
    /// <param name="voucherId">The id of its card in lists; null if it is not known.</param>
    public void Check(StoredAdjustment row, string? voucherId)
    {
        if (row.Item.Campaign is null || voucherId is null)
        {
            _notCompared += row.State == AdjustmentState.Applied ? 1 : 0;
        }
        else if (_ages.Find(row.Id) is { } age)
        {
            CheckOrder(row, age);
            _matched += _differing.Contains(row.Id) ? 0 : 1;
        }
        else if (row.State == AdjustmentState.Applied && !_differing.Contains(row.Id))
        {
            var other = _elsewhere.GetValueOrDefault(row.Item.SourceId);
            Add(row, other is null ? DifferenceKind.Missing : DifferenceKind.OtherCard, other);
        }
    }

    private bool IsCompared(StoredAdjustment row) => row.JobId == jobId && row.Item.Campaign is not null;

    private void See(StoredAdjustment row, LoyaltyTransaction transaction)
    {
        if (transaction.Signed(transaction.Points ?? row.Item.Points) != row.Item.Points)
        {
            Add(row, DifferenceKind.OtherPoints, transaction.Id);
            return;
        }

        // Of two, the older one is the adjustment itself.
        if (_ages.Find(row.Id) is not null)
        {
            Add(row, DifferenceKind.AppliedTwice, transaction.Id);
        }
        else if (row.State is AdjustmentState.DeadLetter or AdjustmentState.Discarded)
        {
            Add(row, DifferenceKind.AppliedThoughNotSent, transaction.Id);
        }

        _ages.See(row.Id);
    }

    // In its line, a row must be younger than all before it.
    private void CheckOrder(StoredAdjustment row, int age)
    {
        if (_line != row.Item.LineKey)
        {
            (_line, _youngest) = (row.Item.LineKey, int.MaxValue);
        }

        if (row.State is AdjustmentState.DeadLetter or AdjustmentState.Discarded)
        {
            return;
        }

        if (age > _youngest)
        {
            Add(row, DifferenceKind.OutOfOrder, row.TransactionId);
        }
        else
        {
            _youngest = age;
        }
    }

    private void Add(StoredAdjustment row, DifferenceKind kind, string? transactionId)
    {
        _differing.Add(row.Id);
        _differences.Add(new(kind, row.Item.SourceId, transactionId));
    }
}
