namespace Voucherify.Loyalties.Queue.Store;

/// <summary>
/// The rows of a store inside one transaction. What changes and why is decided above it, once for all stores; a store only reads and
/// writes. Rows that are returned are copies: a change counts when it is saved.
/// </summary>
internal interface IQueueRows
{
    QueueState State { get; set; }

    long Insert(StoredAdjustment row);

    void Save(StoredAdjustment row);

    StoredAdjustment? Get(long id);

    StoredAdjustment? Find(string cardKey, string sourceId);

    /// <summary>Rows of version 1 with this id, on the card that lists name so.</summary>
    IReadOnlyList<StoredAdjustment> FindListed(string sourceId, string voucherId);

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

    /// <summary>The first row of a line that has not ended; with <paramref name="withDead"/>, dead letters count too.</summary>
    StoredAdjustment? FirstOpen(string lineKey, bool withDead);

    /// <summary>Whether a row of the line after a place is other than never sent, dead or discarded.</summary>
    bool HasProgressAfter(string lineKey, long seq);

    /// <summary>Rows whose owner should have ended long ago.</summary>
    IReadOnlyList<StoredAdjustment> ListSending(DateTimeOffset claimedBefore);

    /// <summary>All rows whose outcome is open: sending, unknown, recorded.</summary>
    IReadOnlyList<StoredAdjustment> ListUnsettled();

    /// <summary>Unknown and recorded rows that are due for a lookup, the longest due first.</summary>
    IReadOnlyList<StoredAdjustment> ListDueLooks(DateTimeOffset now, int max);

    CardLine GetLine(string key);

    void Save(CardLine line);

    /// <summary>Lines whose head may be claimed and belongs to no paused job, the longest waiting first.</summary>
    IReadOnlyList<CardLine> ListClaimable(DateTimeOffset now, int max);

    /// <summary>Lines that may be claimed only later than a moment; after a restart its clock may have gone back.</summary>
    IReadOnlyList<CardLine> ListLaterThan(DateTimeOffset moment);

    /// <summary>When something is due next: a claim or a lookup.</summary>
    DateTimeOffset? NextDueAt();

    /// <summary>The campaigns whose lists must be read.</summary>
    /// <param name="verifySince">Applied rows that were sent before are no longer verified.</param>
    /// <param name="lostSince">Rows that were lost before are probably not listed, and wait for the end of their window.</param>
    IReadOnlyList<TailPosition> ListTails(DateTimeOffset verifySince, DateTimeOffset lostSince);

    void SaveTail(string campaign, DateTimeOffset readUntil);

    StoredJob? GetJob(string jobId);

    void Save(StoredJob job);

    /// <summary>The number of rows by state; of a job, or of all.</summary>
    IReadOnlyDictionary<AdjustmentState, long> Count(string? jobId);

    /// <summary>The number of verified rows and of sends of a job.</summary>
    (long Verified, long Sends) CountJob(string jobId);

    /// <summary>When the oldest row in a state was enqueued; null if no row is in it.</summary>
    DateTimeOffset? OldestIn(AdjustmentState state);
}
