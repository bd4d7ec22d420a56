namespace Voucherify.Loyalties.Queue.Store;

/// <summary>The rows of a store in memory.</summary>
internal sealed class InMemoryRows(StoreClock clock) : IQueueRows
{
    private readonly SortedDictionary<long, StoredAdjustment> _rows = [];
    private readonly Dictionary<(string Card, string SourceId), long> _ids = [];
    private readonly Dictionary<string, CardLine> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredTail> _tails = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredWorker> _workers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredJob> _jobs = new(StringComparer.Ordinal);
    private long _lastId;

    public QueueState State { get; set; } = new() { StoreId = Guid.NewGuid().ToString("N") };

    public DateTimeOffset Now => clock.Now;

    public int Insert(IReadOnlyList<StoredAdjustment> rows)
    {
        var stored = 0;
        foreach (var row in rows)
        {
            if (_ids.TryAdd((row.Item.CardKey, row.Item.SourceId), _lastId + 1))
            {
                row.Id = ++_lastId;
                _rows.Add(row.Id, row.Copy());
                stored++;
            }
        }

        return stored;
    }

    public void Save(StoredAdjustment row) => _rows[row.Id] = row.Copy();

    public IReadOnlyDictionary<long, StoredAdjustment> Get(IReadOnlyCollection<long> ids) =>
        ids.Where(_rows.ContainsKey).ToDictionary(static id => id, id => _rows[id].Copy());

    public IReadOnlyDictionary<(string CardKey, string SourceId), StoredAdjustment> Find(
        IReadOnlyCollection<(string CardKey, string SourceId)> keys) =>
        keys.Where(_ids.ContainsKey).ToDictionary(static key => key, key => _rows[_ids[key]].Copy());

    public IReadOnlyList<StoredAdjustment> FindListed(IReadOnlyCollection<(string SourceId, string VoucherId)> keys)
    {
        var cards = _lines.Values
            .Where(static line => line.VoucherId is not null)
            .ToLookup(static line => line.VoucherId!, StringComparer.Ordinal);
        return
        [
            .. keys
                .SelectMany(key => cards[key.VoucherId].Select(line => this.Find(line.Key, key.SourceId)))
                .OfType<StoredAdjustment>(),
        ];
    }

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

    public IReadOnlyDictionary<string, StoredAdjustment> FirstOpen(IReadOnlyCollection<string> lineKeys, bool withDead)
    {
        var wanted = lineKeys.ToHashSet(StringComparer.Ordinal);
        return _rows.Values
            .Where(row => wanted.Contains(row.Item.LineKey) && (row.IsOpen || (withDead && row.State == AdjustmentState.DeadLetter)))
            .GroupBy(static row => row.Item.LineKey, StringComparer.Ordinal)
            .ToDictionary(static line => line.Key, static line => line.MinBy(static row => row.Seq)!.Copy(), StringComparer.Ordinal);
    }

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

    public IReadOnlyDictionary<string, CardLine> GetLines(IReadOnlyCollection<string> keys) => keys.ToDictionary(
        static key => key, key => _lines.TryGetValue(key, out var line) ? line.Copy() : new CardLine(key), StringComparer.Ordinal);

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

    public DueWork Due() => new(
        ListAdmissible(1).Count > 0,
        _rows.Values.Where(static row => row.State == AdjustmentState.Sending).Min(static row => row.ClaimedAt),
        _lines.Values.Where(line => !IsPaused(line)).Min(static line => line.ClaimableAt),
        _rows.Values.Min(static row => row.NextLookAt),
        State.NextCallAt,
        State is { Pause: not null } or { IsRestored: true });

    public IReadOnlyList<TailPosition> ListTails(DateTimeOffset verifySince, DateTimeOffset lostSince) =>
    [
        .. _rows.Values
            .Where(row => row.Item.Campaign is not null && row.FirstSentAt is not null && NeedsTail(row, verifySince))
            .GroupBy(static row => row.Item.Campaign!, StringComparer.Ordinal)
            .Select(campaign => new TailPosition(
                campaign.Key,
                GetTail(campaign.Key),
                campaign.Min(static row => row.FirstSentAt)!.Value,
                campaign.Any(row => row.State == AdjustmentState.Unknown && row.LastSentAt >= lostSince))),
    ];

    public StoredTail? GetTail(string campaign) => _tails.GetValueOrDefault(campaign);

    public void Save(StoredTail tail) => _tails[tail.Campaign] = tail;

    public IReadOnlyList<StoredWorker> ListWorkers() => [.. _workers.Values];

    public void Save(StoredWorker worker) => _workers[worker.Owner] = worker;

    public void DeleteWorkers(DateTimeOffset seenBefore)
    {
        foreach (var gone in ListWorkers().Where(worker => worker.SeenAt < seenBefore))
        {
            _workers.Remove(gone.Owner);
        }
    }

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
