using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Queue.Verification;

/// <summary>Compares the rows of a job with transactions that are seen newest first.</summary>
internal sealed class JobComparison
{
    private readonly Dictionary<(string VoucherId, string SourceId), Entry> _entries = [];
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _elsewhere = new(StringComparer.Ordinal);
    private readonly HashSet<string> _campaigns = new(StringComparer.Ordinal);
    private readonly List<Difference> _differences = [];
    private long _age;

    public IEnumerable<string> Campaigns => _campaigns;

    /// <summary>Adds a row of the job.</summary>
    public void Add(StoredAdjustment row, string voucherId)
    {
        _campaigns.Add(row.Item.Campaign!);
        _sources.Add(row.Item.SourceId);
        _entries.Add((voucherId, row.Item.SourceId), new Entry(row));
    }

    /// <summary>Adds a transaction. Each is older than those before.</summary>
    public void See(LoyaltyTransaction row)
    {
        var isRemoval = row.Type == LoyaltyTransactionType.PointsRemoval;
        if (!_sources.Contains(row.SourceId) || !(isRemoval || row.Type == LoyaltyTransactionType.PointsAddition))
        {
            return;
        }

        if (!_entries.TryGetValue((row.VoucherId, row.SourceId), out var entry))
        {
            _elsewhere.TryAdd(row.SourceId, row.Id);
            return;
        }

        var points = Math.Abs(row.Points ?? entry.Row.Item.Points);
        if ((isRemoval ? -points : points) != entry.Row.Item.Points)
        {
            Add(entry, DifferenceKind.OtherPoints, row.Id);
        }
        else if (entry.TransactionId is { } newer)
        {
            // The older one is the adjustment itself.
            Add(entry, DifferenceKind.AppliedTwice, newer);
            entry.See(row.Id, ++_age);
        }
        else
        {
            entry.See(row.Id, ++_age);
        }
    }

    /// <summary>All transactions were seen.</summary>
    public JobVerification End(long notCompared)
    {
        foreach (var card in _entries.GroupBy(static entry => entry.Key.VoucherId, static entry => entry.Value, StringComparer.Ordinal))
        {
            End(card.OrderBy(static entry => entry.Row.Seq));
        }

        return new JobVerification
        {
            Matched = _entries.Values.LongCount(static entry => entry is { TransactionId: not null, Differs: false }),
            Differences = _differences,
            NotCompared = notCompared,
        };
    }

    // In the order of their card, each must be younger than all before it.
    private void End(IEnumerable<Entry> card)
    {
        var youngest = long.MaxValue;
        foreach (var entry in card)
        {
            if (entry.TransactionId is not { } transaction)
            {
                Miss(entry);
            }
            else if (entry.Row.State is AdjustmentState.DeadLetter or AdjustmentState.Discarded)
            {
                Add(entry, DifferenceKind.AppliedThoughNotSent, transaction);
            }
            else if (entry.Age > youngest)
            {
                Add(entry, DifferenceKind.OutOfOrder, transaction);
            }
            else
            {
                youngest = entry.Age;
            }
        }
    }

    private void Miss(Entry entry)
    {
        if (entry is { Differs: false, Row.State: AdjustmentState.Applied })
        {
            var other = _elsewhere.GetValueOrDefault(entry.Row.Item.SourceId);
            Add(entry, other is null ? DifferenceKind.Missing : DifferenceKind.OtherCard, other);
        }
    }

    private void Add(Entry entry, DifferenceKind kind, string? transactionId)
    {
        entry.Differs = true;
        _differences.Add(new(kind, entry.Row.Item.SourceId, transactionId));
    }

    private sealed class Entry(StoredAdjustment row)
    {
        public StoredAdjustment Row { get; } = row;

        /// <summary>The oldest transaction with its id and its points.</summary>
        public string? TransactionId { get; private set; }

        /// <summary>The age of that transaction among those that were seen.</summary>
        public long Age { get; private set; }

        public bool Differs { get; set; }

        public void See(string transactionId, long age) => (TransactionId, Age) = (transactionId, age);
    }
}
