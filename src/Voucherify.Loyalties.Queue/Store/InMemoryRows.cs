namespace Voucherify.Loyalties.Queue.Store;

/// <summary>The rows of a store in memory.</summary>
internal sealed class InMemoryRows : IQueueRows
{
    private readonly SortedDictionary<long, StoredAdjustment> _rows = [];
    private readonly Dictionary<(string Card, string SourceId), long> _ids = [];
    private readonly Dictionary<string, CardLine> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> _tails = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredJob> _jobs = new(StringComparer.Ordinal);
    private long _lastId;

    public QueueState State { get; set; } = new() { StoreId = Guid.NewGuid().ToString("N") };

    public long Insert(StoredAdjustment row)
    {
        row.Id = ++_lastId;
        _ids.Add((row.Item.CardKey, row.Item.SourceId), row.Id);
        _rows.Add(row.Id, row.Copy());
        return row.Id;
    }

    public void Save(StoredAdjustment row) => _rows[row.Id] = row.Copy();

    public StoredAdjustment? Get(long id) => _rows.TryGetValue(id, out var row) ? row.Copy() : null;

    public StoredAdjustment? Find(string cardKey, string sourceId) => _ids.TryGetValue((cardKey, sourceId), out var id) ? Get(id) : null;

    public IReadOnlyList<StoredAdjustment> FindListed(string sourceId, string voucherId) =>
    [
        .. _lines.Values
            .Where(line => line.VoucherId == voucherId)
            .Select(line => Find(line.Key, sourceId))
            .OfType<StoredAdjustment>(),
    ];

    public bool HasSource(string sourceId) => _rows.Values.Any(row => row.Item is QueuedAdjustment && row.Item.SourceId == sourceId);

    public IReadOnlyList<StoredAdjustment> List(AdjustmentFilter filter, long afterId, int max) => Where(
        row => row.Id > afterId
            && (filter.State is null || row.State == filter.State)
            && (filter.JobId is null || row.JobId == filter.JobId)
            && (filter.CardId is null || row.Item.CardKey[2..] == filter.CardId)
            && (filter.SourceId is null || row.Item.SourceId == filter.SourceId),
        max);

    public IReadOnlyList<StoredAdjustment> ListJob(string jobId, StoredAdjustment? after, int max) =>
    [
        .. _rows.Values
            .Where(row => row.JobId == jobId && (after is null || IsAfter(row, after)))
            .OrderBy(static row => row.Item.LineKey, StringComparer.Ordinal)
            .ThenBy(static row => row.Seq)
            .ThenBy(static row => row.Id)
            .Take(max)
            .Select(static row => row.Copy()),
    ];

    public IReadOnlyList<string> ListCampaigns(string jobId) =>
    [
        .. _rows.Values
            .Where(row => row.JobId == jobId)
            .Select(static row => row.Item.Campaign)
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    public IReadOnlyList<StoredAdjustment> ListAdmissible(int max) => Where(
        row => row.State == AdjustmentState.New && (row.JobId is null || GetJob(row.JobId) is not { State: JobState.Submitting }), max);

    public StoredAdjustment? FirstOpen(string lineKey, bool withDead) => _rows.Values
        .Where(row => row.Item.LineKey == lineKey && (row.IsOpen || (withDead && row.State == AdjustmentState.DeadLetter)))
        .MinBy(static row => row.Seq)?.Copy();

    public bool HasProgressAfter(string lineKey, long seq) => _rows.Values.Any(row =>
        row.Item.LineKey == lineKey
        && row.Seq > seq
        && row.State is not (AdjustmentState.DeadLetter or AdjustmentState.Discarded)
        && row is not { State: AdjustmentState.Pending, MaybeSent: false });

    public IReadOnlyList<StoredAdjustment> ListSending(DateTimeOffset claimedBefore) =>
        Where(row => row.State == AdjustmentState.Sending && row.ClaimedAt < claimedBefore);

    public IReadOnlyList<StoredAdjustment> ListUnsettled() =>
        Where(static row => row.State is AdjustmentState.Sending or AdjustmentState.Unknown or AdjustmentState.Recorded);

    public IReadOnlyList<StoredAdjustment> ListDueLooks(DateTimeOffset now, int max) =>
        [.. Where(row => row.NextLookAt <= now).OrderBy(static row => row.NextLookAt).Take(max)];

    public CardLine GetLine(string key) => _lines.TryGetValue(key, out var line) ? line.Copy() : new CardLine(key);

    public void Save(CardLine line) => _lines[line.Key] = line.Copy();

    public IReadOnlyList<CardLine> ListClaimable(DateTimeOffset now, int max) =>
    [
        .. _lines.Values
            .Where(line => line.ClaimableAt <= now && !IsPaused(line))
            .OrderBy(static line => line.ClaimableAt)
            .ThenBy(static line => line.HeadId)
            .Take(max)
            .Select(static line => line.Copy()),
    ];

    public IReadOnlyList<CardLine> ListLaterThan(DateTimeOffset moment) =>
        [.. _lines.Values.Where(line => line.ClaimableAt > moment).Select(static line => line.Copy())];

    public DateTimeOffset? NextDueAt() => _lines.Values
        .Where(line => !IsPaused(line))
        .Select(static line => line.ClaimableAt)
        .Concat(_rows.Values.Select(static row => row.NextLookAt))
        .Min();

    public IReadOnlyList<TailPosition> ListTails(DateTimeOffset verifySince, DateTimeOffset lostSince) =>
    [
        .. _rows.Values
            .Where(row => row.Item.Campaign is not null && row.FirstSentAt is not null && NeedsTail(row, verifySince))
            .GroupBy(static row => row.Item.Campaign!, StringComparer.Ordinal)
            .Select(campaign => new TailPosition(
                campaign.Key,
                _tails.TryGetValue(campaign.Key, out var until) ? until : null,
                campaign.Min(static row => row.FirstSentAt)!.Value,
                campaign.Any(row => row.State == AdjustmentState.Unknown && row.LastSentAt >= lostSince))),
    ];

    public void SaveTail(string campaign, DateTimeOffset readUntil) => _tails[campaign] = readUntil;

    public StoredJob? GetJob(string jobId) => _jobs.GetValueOrDefault(jobId);

    public void Save(StoredJob job) => _jobs[job.JobId] = job;

    public IReadOnlyDictionary<AdjustmentState, long> Count(string? jobId) => _rows.Values
        .Where(row => jobId is null || row.JobId == jobId)
        .GroupBy(static row => row.State)
        .ToDictionary(static state => state.Key, static state => state.LongCount());

    public (long Verified, long Sends) CountJob(string jobId)
    {
        var rows = _rows.Values.Where(row => row.JobId == jobId).ToList();
        return (rows.LongCount(static row => row.SeenAt is not null), rows.Sum(static row => (long)row.SendNo));
    }

    public DateTimeOffset? OldestIn(AdjustmentState state) =>
        _rows.Values.Where(row => row.State == state).Min(static row => (DateTimeOffset?)row.EnqueuedAt);

    private static bool IsAfter(StoredAdjustment row, StoredAdjustment other) =>
        string.CompareOrdinal(row.Item.LineKey, other.Item.LineKey) is var order && order != 0
            ? order > 0
            : (row.Seq, row.Id).CompareTo((other.Seq, other.Id)) > 0;

    private static bool NeedsTail(StoredAdjustment row, DateTimeOffset verifySince) =>
        row.State is AdjustmentState.Sending or AdjustmentState.Unknown
        || (row.State == AdjustmentState.Applied && row.SeenAt is null && row.LastSentAt >= verifySince);

    private bool IsPaused(CardLine line) =>
        line.HeadId is { } id && _rows[id].JobId is { } jobId && GetJob(jobId) is { State: JobState.Paused };

    private List<StoredAdjustment> Where(Func<StoredAdjustment, bool> condition, int max = int.MaxValue) =>
        [.. _rows.Values.Where(condition).Take(max).Select(static row => row.Copy())];
}
