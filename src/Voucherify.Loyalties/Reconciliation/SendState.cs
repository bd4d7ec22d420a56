using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>What a change knows about its own sends, by the monotonic clock.</summary>
internal sealed class SendState(ReconciliationOptions options, TimeProvider time)
{
    private static readonly TimeSpan LongestLookback = TimeSpan.FromDays(3650);

    private long? _first;
    private long _last;
    private TimeSpan _window;

    /// <summary>Whether there was a send that may have been applied.</summary>
    public bool MaybeSent { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>The time since the first send; null when that is not known.</summary>
    public TimeSpan? SinceFirst => _first is { } first ? time.GetElapsedTime(first) : null;

    /// <summary>The time since the last send.</summary>
    public TimeSpan SinceLast => time.GetElapsedTime(_last);

    /// <summary>The moment of the last send, by this machine's clock.</summary>
    public DateTimeOffset LastSentAt => time.GetUtcNow() - SinceLast;

    /// <summary>How long it can still be applied; zero or less when its window has passed.</summary>
    public TimeSpan WindowLeft => _window - SinceLast;

    /// <summary>What the card's queue must know while the card is closed.</summary>
    public SentRecord Record => new(_first, _last, _window);

    /// <summary>Starts from what the caller knows of an earlier send, or from what this client remembers.</summary>
    public void Begin(PriorAttempt prior, SentRecord? remembered)
    {
        MaybeSent = true;
        var reported = ReportedBy(prior);
        var known = remembered is null ? reported : prior.SinceLastSend is null ? remembered : Latest(reported, remembered);
        (_first, _last, _window) = (known.First, known.Last, known.Window);
    }

    /// <summary>
    /// Records a phase of sending whose outcome is unknown. The end of its last attempt counts: bytes may have been sent until then.
    /// </summary>
    public void MarkUnknown(LoyaltyCall call, long started)
    {
        MaybeSent = true;
        Attempts += call.Attempts;
        _first ??= started;
        _last = time.GetTimestamp();
        _window = call.WindowIn(options);
    }

    /// <summary>What the caller says. Without a time, it may have been sent just now.</summary>
    private SentRecord ReportedBy(PriorAttempt prior)
    {
        var now = time.GetTimestamp();
        if (prior.SinceLastSend is not { } sinceLast)
        {
            return new SentRecord(null, now, options.NoAnswerWindow);
        }

        // Treat an absurdly long time as unknown and search the full history.
        var first = now - Ticks(prior.SinceFirstSend < LongestLookback ? prior.SinceFirstSend : null);
        var last = sinceLast < LoyaltyClientDefaults.LongestTimeout ? sinceLast : LoyaltyClientDefaults.LongestTimeout;
        return new SentRecord(first, now - time.TicksOf(last), options.NoAnswerWindow);
    }

    /// <summary>
    /// The caller's times may be older than what this client has sent since. The window that ends later counts, and the earlier first send.
    /// </summary>
    private SentRecord Latest(SentRecord reported, SentRecord own)
    {
        var later = End(reported) > End(own) ? reported : own;
        return later with { First = reported.First < own.First ? reported.First : reported.First is null ? null : own.First };
    }

    private long End(SentRecord sent) => sent.Last + time.TicksOf(sent.Window);

    private long? Ticks(TimeSpan? span) => span is { } known ? time.TicksOf(known) : null;
}
