using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Queue.Verification;

/// <summary>Compares the rows of a job with transactions that are seen newest first.</summary>
internal sealed class JobComparison
{
    private readonly Dictionary<(string VoucherId, string SourceId), Entry> _entries = [];
    private readonly HashSet<string> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lowestSeq = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _elsewhere = new(StringComparer.Ordinal);
    private readonly HashSet<string> _campaigns = new(StringComparer.Ordinal);
    private readonly List<Difference> _differences = [];

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

        entry.Seen++;
        var points = Math.Abs(row.Points ?? entry.Row.Item.Points);
        if (KindOf(row, entry, isRemoval ? -points : points) is { } kind)
        {
            entry.Differs = true;
            _differences.Add(new(kind, row.SourceId, row.Id));
        }

        _lowestSeq[row.VoucherId] = Math.Min(entry.Row.Seq, _lowestSeq.GetValueOrDefault(row.VoucherId, long.MaxValue));
    }

    /// <summary>All transactions were seen.</summary>
    public JobVerification End(long notCompared)
    {
        foreach (var ((_, sourceId), entry) in _entries)
        {
            if (entry is { Seen: 0, Row.State: AdjustmentState.Applied })
            {
                entry.Differs = true;
                _differences.Add(_elsewhere.TryGetValue(sourceId, out var other)
                    ? new(DifferenceKind.OtherCard, sourceId, other)
                    : new(DifferenceKind.Missing, sourceId, null));
            }
        }

        return new JobVerification
        {
            Matched = _entries.Values.LongCount(static entry => entry is { Seen: 1, Differs: false }),
            Differences = _differences,
            NotCompared = notCompared,
        };
    }

    private DifferenceKind? KindOf(LoyaltyTransaction row, Entry entry, long points) =>
        points != entry.Row.Item.Points ? DifferenceKind.OtherPoints
        : entry.Seen > 1 ? DifferenceKind.AppliedTwice
        : entry.Row.State is AdjustmentState.DeadLetter or AdjustmentState.Discarded ? DifferenceKind.AppliedThoughNotSent
        : _lowestSeq.GetValueOrDefault(row.VoucherId, long.MaxValue) < entry.Row.Seq ? DifferenceKind.OutOfOrder
        : null;

    private sealed class Entry(StoredAdjustment row)
    {
        public StoredAdjustment Row { get; } = row;

        public int Seen { get; set; }

        public bool Differs { get; set; }
    }
}
