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

    /// <summary>Whether a send may still be applied, or has been.</summary>
    public bool MaybeSent { get; private set; }

    /// <summary>Whether there was ever a send that may have been applied, also one that is over now.</summary>
    public bool EverSent { get; private set; }

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
        var now = time.GetTimestamp();
        MaybeSent = EverSent = true;
        if (prior.SinceLastSend is { } sinceLast)
        {
            _last = now - time.TicksOf(sinceLast < LoyaltyClientDefaults.LongestTimeout ? sinceLast : LoyaltyClientDefaults.LongestTimeout);

            // A time beyond all reason means what an unknown one means: look back to the first transaction.
            _first = now - Ticks(prior.SinceFirstSend < LongestLookback ? prior.SinceFirstSend : null);
            _window = options.NoAnswerWindow;
        }
        else
        {
            (_first, _last, _window) = remembered is { } sent ? (sent.First, sent.Last, sent.Window) : ((long?)null, now, options.NoAnswerWindow);
        }
    }

    /// <summary>Takes down a phase of sending whose outcome is unknown. The end of its last attempt counts: bytes may have left until then.</summary>
    public void MarkUnknown(LoyaltyCall call, long started)
    {
        MaybeSent = EverSent = true;
        Attempts += call.Attempts;
        _first ??= started;
        _last = time.GetTimestamp();
        _window = call.MayStillArrive ? options.NoAnswerWindow : options.ServiceErrorWindow;
    }

    /// <summary>The window has passed, and nothing was applied: it is as if it had never been sent.</summary>
    public void Forget() => MaybeSent = false;

    private long? Ticks(TimeSpan? span) => span is { } known ? time.TicksOf(known) : null;
}
