namespace Voucherify.Loyalties.Queue.Store;

/// <summary>
/// The rows of a store inside one transaction. What changes and why is decided above it, once for all stores; a store only reads and
/// writes. Rows that are returned are copies: a change counts when it is saved. Whatever is read one by one costs a round trip each time,
/// so many rows are read at once, with keys that differ.
/// </summary>
internal interface IQueueRows
{
    QueueState State { get; set; }

    /// <summary>The time of the store. In a transaction that changes rows, it is not before any change of an earlier one.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Stores new rows. A row whose card has a row with its id already is left out.</summary>
    /// <returns>How many were stored.</returns>
    int Insert(IReadOnlyList<StoredAdjustment> rows);

    void Save(StoredAdjustment row);

    /// <summary>Those of the rows that are there.</summary>
    IReadOnlyDictionary<long, StoredAdjustment> Get(IReadOnlyCollection<long> ids);

    /// <summary>Those of the rows that are there.</summary>
    IReadOnlyDictionary<(string CardKey, string SourceId), StoredAdjustment> Find(
        IReadOnlyCollection<(string CardKey, string SourceId)> keys);

    /// <summary>Rows of version 1 with these ids, each on the card that lists name so.</summary>
    IReadOnlyList<StoredAdjustment> FindListed(IReadOnlyCollection<(string SourceId, string VoucherId)> keys);

    /// <summary>Whether a row of version 1 has this id, on whatever card.</summary>
    bool HasSource(string sourceId);

    /// <summary>Rows after an id, in the order of their ids.</summary>
    IReadOnlyList<StoredAdjustment> List(AdjustmentFilter filter, long afterId, int max);

    /// <summary>Rows of a job after one of them, line by line, and in the order of their line.</summary>
    IReadOnlyList<StoredAdjustment> ListJob(string jobId, StoredAdjustment? after, int max);

    /// <summary>The campaigns of a job.</summary>
    IReadOnlyList<string> ListCampaigns(string jobId);

    /// <summary>New rows whose job, if they have one, is complete, in the order of their ids.</summary>
    IReadOnlyList<StoredAdjustment> ListAdmissible(int max);

    /// <summary>
    /// The first row of each line that has not ended, if it has one; with <paramref name="withDead"/>, dead letters count too.
    /// </summary>
    IReadOnlyDictionary<string, StoredAdjustment> FirstOpen(IReadOnlyCollection<string> lineKeys, bool withDead);

    /// <summary>Whether a row of the line after a place is other than never sent, dead or discarded.</summary>
    bool HasProgressAfter(string lineKey, long seq);

    /// <summary>Rows whose owner should have ended long ago.</summary>
    IReadOnlyList<StoredAdjustment> ListSending(DateTimeOffset claimedBefore);

    /// <summary>All rows whose outcome is open: sending, unknown, recorded.</summary>
    IReadOnlyList<StoredAdjustment> ListUnsettled();

    /// <summary>Unknown and recorded rows that are due for a lookup, the longest due first.</summary>
    IReadOnlyList<StoredAdjustment> ListDueLooks(DateTimeOffset now, int max);

    /// <summary>The lines with these keys. One that is not stored yet is new.</summary>
    IReadOnlyDictionary<string, CardLine> GetLines(IReadOnlyCollection<string> keys);

    void Save(CardLine line);

    /// <summary>Lines whose head may be claimed and belongs to no paused job, the longest waiting first.</summary>
    IReadOnlyList<CardLine> ListClaimable(DateTimeOffset now, int max);

    /// <summary>Lines that may be claimed only later than a moment; after a restart its clock may have gone back.</summary>
    IReadOnlyList<CardLine> ListLaterThan(DateTimeOffset moment);

    /// <summary>What waits for a worker.</summary>
    DueWork Due();

    /// <summary>The campaigns whose lists must be read.</summary>
    /// <param name="verifySince">Applied rows that were sent before are no longer verified.</param>
    /// <param name="lostSince">Rows that were lost before are probably not listed, and wait for the end of their window.</param>
    IReadOnlyList<TailPosition> ListTails(DateTimeOffset verifySince, DateTimeOffset lostSince);

    StoredTail? GetTail(string campaign);

    void Save(StoredTail tail);

    IReadOnlyList<StoredWorker> ListWorkers();

    void Save(StoredWorker worker);

    /// <summary>Deletes workers that were last seen before a moment.</summary>
    void DeleteWorkers(DateTimeOffset seenBefore);

    StoredJob? GetJob(string jobId);

    void Save(StoredJob job);

    /// <summary>The number of rows by state; of a job, or of all.</summary>
    IReadOnlyDictionary<AdjustmentState, long> Count(string? jobId);

    /// <summary>The number of verified rows and of sends of a job.</summary>
    (long Verified, long Sends) CountJob(string jobId);

    /// <summary>When the oldest row in a state was enqueued; null if no row is in it.</summary>
    DateTimeOffset? OldestIn(AdjustmentState state);
}
