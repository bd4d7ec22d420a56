using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.Ordering;

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

    /// <summary>The time since the first send; null when nobody knows when that was.</summary>
    public TimeSpan? SinceFirst => _first is { } first ? time.GetElapsedTime(first) : null;

    /// <summary>The time since the last send.</summary>
    public TimeSpan SinceLast => time.GetElapsedTime(_last);

    /// <summary>How long it can still be applied; zero or less when its window has passed.</summary>
    public TimeSpan WindowLeft => _window - SinceLast;

    /// <summary>What the card's line must know while it is closed.</summary>
    public SentRecord Record => new(_first, _last, _window);

    /// <summary>Starts from what the caller knows of an earlier send, or from what this client remembers.</summary>
    public void Begin(PriorAttempt prior, SentRecord? remembered)
    {
        MaybeSent = true;
        var told = Told(prior);
        var known = remembered is null ? told : prior.SinceLastSend is null ? remembered : Both(told, remembered);
        (_first, _last, _window) = (known.First, known.Last, known.Window);
    }

    /// <summary>Takes down a phase of sending whose outcome is unknown. The end of its last attempt counts: bytes may have left until then.</summary>
    public void MarkUnknown(LoyaltyCall call, long started)
    {
        MaybeSent = true;
        Attempts += call.Attempts;
        _first ??= started;
        _last = time.GetTimestamp();
        _window = options.WindowOf(call);
    }

    /// <summary>What the caller says. Without a time it may have left this very moment.</summary>
    private SentRecord Told(PriorAttempt prior)
    {
        var now = time.GetTimestamp();
        if (prior.SinceLastSend is not { } sinceLast)
        {
            return new SentRecord(null, now, options.NoAnswerWindow);
        }

        // A time beyond all reason means what an unknown one means: look back to the first transaction.
        var first = now - Ticks(prior.SinceFirstSend < LongestLookback ? prior.SinceFirstSend : null);
        return new SentRecord(first, now - time.TicksOf(sinceLast < LoyaltyClientDefaults.LongestTimeout ? sinceLast : LoyaltyClientDefaults.LongestTimeout), options.NoAnswerWindow);
    }

    /// <summary>The caller's times may be older than what this client sent since: the window that ends later counts, and the earlier first send.</summary>
    private SentRecord Both(SentRecord told, SentRecord own)
    {
        var later = End(told) > End(own) ? told : own;
        return later with { First = told.First < own.First ? told.First : told.First is null ? null : own.First };
    }

    private long End(SentRecord sent) => sent.Last + time.TicksOf(sent.Window);

    private long? Ticks(TimeSpan? span) => span is { } known ? time.TicksOf(known) : null;
}
