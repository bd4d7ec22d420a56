using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>What a write knows about its sends, by the monotonic clock.</summary>
internal sealed class SendState(ReconciliationOptions options, TimeProvider time)
{
    /// <summary>How far the reported time of a send may be from the time that this client remembers of the same send.</summary>
    private static readonly TimeSpan ReportingError = TimeSpan.FromSeconds(1);

    /// <summary>The first poll for a recorded transaction. In the vendor's examples, half of them ended within 1.05 seconds.</summary>
    private static readonly TimeSpan PollDelay = TimeSpan.FromSeconds(0.6);

    private static readonly TimeSpan LongestPollDelay = TimeSpan.FromSeconds(10);

    private long? _readAt;
    private long? _lookBackTo;
    private long? _doubtfulSince;

    /// <summary>All sends that may have been made; what is assumed about them, if nothing is known.</summary>
    private SentRecord _all = new(null, 0, TimeSpan.Zero);

    /// <summary>Whether there was a send that may have been applied.</summary>
    public bool MaybeSent { get; private set; }

    /// <summary>The number of requests that this call has sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>Whether the last send got a response that is not the service's.</summary>
    public bool WasForeign { get; private set; }

    /// <summary>The sends of this client; null if it knows of none.</summary>
    public SentRecord? Own { get; private set; }

    /// <summary>Whether the time of the last send is known, instead of assumed.</summary>
    public bool IsLastKnown { get; private set; }

    /// <summary>The time since the first send; null when that is not known.</summary>
    public TimeSpan? SinceFirst => _all.First is { } first ? time.GetElapsedTime(first) : null;

    /// <summary>How far back the next search goes at least; null once a search was complete.</summary>
    public TimeSpan? LookBack => _lookBackTo is { } at ? time.GetElapsedTime(at) : null;

    /// <summary>The transaction that the service has recorded; null if it has named none.</summary>
    public string? RecordedAs { get; private set; }

    /// <summary>Whether the transaction of the write is only assumed to be that.</summary>
    public bool IsAssumed { get; private set; }

    /// <summary>How long ago a transaction without a marker may be this write, if the first send is not known.</summary>
    public TimeSpan? SinceDoubtful => _doubtfulSince is { } at ? time.GetElapsedTime(at) : null;

    /// <summary>Whether the transactions were read in full, as far back as necessary.</summary>
    public bool WasRead => _readAt is not null;

    /// <summary>How far back the next search goes; null for the card's first transaction.</summary>
    public TimeSpan? Reach
    {
        get
        {
            var needed = !MaybeSent ? LookBack : LookBack > SinceFirst ? LookBack : SinceFirst;
            return SinceUnread is { } unread && !(needed < unread) ? unread : needed;
        }
    }

    /// <summary>
    /// Whether nothing that was sent can be applied any more. What is recorded will be applied or rejected, however late.
    /// </summary>
    public bool IsOver => RecordedAs is null && (!MaybeSent || WindowLeft <= TimeSpan.Zero);

    /// <summary>The moment of the last send, by this machine's clock; null if it is not known.</summary>
    public DateTimeOffset? LastSentAt => IsLastKnown ? time.GetUtcNow() - SinceLast : null;

    /// <summary>How long it can still be applied; zero or less when its window has passed.</summary>
    public TimeSpan WindowLeft => _all.Window - SinceLast;

    /// <summary>When a search can prove that it was not applied: its window passes then.</summary>
    public long WindowEnd => MaybeSent && RecordedAs is null ? _all.EndsAt(time) : long.MaxValue;

    /// <summary>What a write whose outcome is unknown means for its cards.</summary>
    public CardOutcome UnknownOutcome => CardOutcome.Unknown(_all);

    // What was sent before the window of the last full read would have been listed by then.
    private TimeSpan? SinceUnread => _readAt is { } at ? time.GetElapsedTime(at) + options.NoAnswerWindow : null;

    private TimeSpan SinceLast => time.GetElapsedTime(_all.Last);

    /// <summary>Creates the times of the searches, from now on.</summary>
    /// <param name="sentAt">When the client began to send; null if the first one is due at once.</param>
    public LookupSchedule NewSchedule(long? sentAt) => new((options.BaseDelay, options.MaxDelay), time, sentAt);

    /// <summary>Creates the times of the polls for a transaction that is recorded.</summary>
    public LookupSchedule NewPollSchedule() =>
        new((Shorter(PollDelay, options.BaseDelay), Shorter(LongestPollDelay, options.MaxDelay)), time, time.GetTimestamp());

    /// <summary>The write was absent in all that a search had to read: the next one need not go back as far.</summary>
    /// <param name="began">When that search began, by the monotonic clock.</param>
    public void MarkRead(long began) => _readAt = began;

    /// <summary>Starts from what the caller knows of an earlier send, and from what this client remembers.</summary>
    /// <param name="memory">The sends of the client.</param>
    /// <param name="transactions">The transactions of the write.</param>
    /// <param name="resume">What the caller knows, and how far back to look.</param>
    /// <param name="calledAt">When the caller said so: the call may have waited for its turn since.</param>
    public void Recall(SendMemory memory, ExpectedTransaction[] transactions, ResumeOptions resume, long calledAt)
    {
        Begin(resume.Prior, memory.Find(transactions), calledAt);
        if (resume.TransactionId is { } recorded)
        {
            MarkRecorded(recorded);
        }

        _doubtfulSince = resume.SinceDoubtful is { } doubtful ? calledAt - time.TicksOf(doubtful) : null;

        // From the call, not from its turn: an id that the caller wants to be found must not become too old while the call waits.
        _lookBackTo = resume.LookBack is { } lookBack ? calledAt - time.TicksOf(lookBack) : null;
    }

    /// <summary>A search was complete: the next one goes back only as far as the sends require.</summary>
    public void EndLookBack() => _lookBackTo = null;

    /// <summary>Remembers what this client has sent.</summary>
    /// <param name="memory">The sends of the client.</param>
    /// <param name="transactions">The transactions of the write.</param>
    public void Remember(SendMemory memory, ExpectedTransaction[] transactions)
    {
        if (Own is { } own)
        {
            memory.Remember(transactions, own);
        }
    }

    /// <summary>Starts from what the caller and this client know of an earlier send.</summary>
    public void Begin(PriorAttempt prior, SentRecord? remembered, long calledAt)
    {
        MaybeSent = prior.MaybeSent || remembered is not null;
        Own = remembered;
        RecordedAs = remembered?.RecordedAs;
        IsAssumed = remembered is { IsAssumed: true };
        IsLastKnown = remembered is not null || prior.SinceLastSend is not null;
        var reported = ReportedBy(prior, calledAt);
        _all = remembered is null ? reported
            : prior.WindowLeft is not null ? Later(reported, remembered)
            : prior.SinceLastSend is null ? remembered
            : Latest(reported, remembered);
    }

    /// <summary>
    /// Records a phase of sending whose outcome is unknown. The end of its last attempt counts: bytes may have been sent until then.
    /// </summary>
    public void MarkUnknown(LoyaltyCall call, long started)
    {
        MaybeSent = true;
        IsLastKnown = true;
        WasForeign = call.Last?.Kind == AttemptKind.ForeignResponse;
        Attempts += call.Attempts;
        var now = time.GetTimestamp();
        var window = call.WindowIn(options);
        Own = new SentRecord(Own?.First ?? started, now, window);

        // If the first of the earlier sends is not known, a search has just proven that all of them are absent.
        _all = new SentRecord(_all.First ?? started, now, window);
    }

    /// <summary>The service has recorded the write as a transaction: it is never sent again.</summary>
    public void MarkRecorded(string transactionId)
    {
        RecordedAs = transactionId;
        if (!MaybeSent)
        {
            // Another process has sent it, and the line of its card waits as long as for a send of our own.
            MaybeSent = true;
            _all = new SentRecord(null, time.GetTimestamp(), options.NoAnswerWindow);
        }

        Own = (Own ?? _all) with { RecordedAs = transactionId, IsAssumed = IsAssumed };
    }

    /// <summary>The transaction that was found is only assumed to be the write.</summary>
    public void MarkAssumed() => IsAssumed = true;

    /// <summary>Records that the service has recorded what was just sent.</summary>
    public void MarkRecorded(string transactionId, LoyaltyCall call, long started)
    {
        MarkUnknown(call, started);
        MarkRecorded(transactionId);
    }

    /// <summary>What the caller says. Without a time, it may have been sent just now.</summary>
    private SentRecord ReportedBy(PriorAttempt prior, long calledAt)
    {
        // Treat an absurdly long time as unknown and search the full history.
        var first = calledAt - Ticks(prior.SinceFirstSend < ReconciliationDefaults.LongestLookBack ? prior.SinceFirstSend : null);
        if (prior.WindowLeft is { } left)
        {
            return new SentRecord(first, calledAt, Shorter(left, LoyaltyClientDefaults.LongestTimeout));
        }

        if (prior.SinceLastSend is not { } sinceLast)
        {
            return new SentRecord(null, time.GetTimestamp(), options.NoAnswerWindow);
        }

        var last = calledAt - time.TicksOf(Shorter(sinceLast, LoyaltyClientDefaults.LongestTimeout));
        return new SentRecord(first, last, options.NoAnswerWindow);
    }

    /// <summary>
    /// The caller's times may be those of the sends that this client remembers; then the remembered window counts. Otherwise the window
    /// that ends later counts. The search goes back to the earlier first send.
    /// </summary>
    private SentRecord Latest(SentRecord reported, SentRecord own)
    {
        var error = time.TicksOf(ReportingError);
        var isOwn = reported.Last >= own.First - error && reported.Last <= own.Last + error;
        return isOwn ? own with { First = Earlier(reported, own) } : Later(reported, own);
    }

    /// <summary>The window that ends later, and the earlier first send.</summary>
    private SentRecord Later(SentRecord reported, SentRecord own) =>
        (reported.EndsAt(time) > own.EndsAt(time) ? reported : own) with { First = Earlier(reported, own) };

    private static long? Earlier(SentRecord reported, SentRecord own) =>
        reported.First < own.First ? reported.First : reported.First is null ? null : own.First;

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private long? Ticks(TimeSpan? span) => span is { } known ? time.TicksOf(known) : null;
}
