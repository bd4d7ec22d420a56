using System.Text.Json.Serialization;

namespace Voucherify.Loyalties;

/// <summary>
/// What is known about earlier attempts of an adjustment, by its <c>source_id</c>. The default value is <see cref="Unknown"/>, the safe
/// one. A value can be stored as JSON. Its times then do not include the time that has passed since, which only makes the wait longer.
/// </summary>
[JsonConverter(typeof(PriorAttemptConverter))]
public readonly record struct PriorAttempt
{
    private readonly bool _neverSent;

    private PriorAttempt(bool neverSent, TimeSpan? sinceLastSend, TimeSpan? sinceFirstSend, TimeSpan? windowLeft = null)
    {
        _neverSent = neverSent;
        SinceLastSend = sinceLastSend;
        SinceFirstSend = sinceFirstSend;
        WindowLeft = windowLeft;
    }

    /// <summary>It was certainly never sent, so it is sent without a search, unless this client itself remembers a send.</summary>
    public static PriorAttempt None => new(neverSent: true, null, null);

    /// <summary>
    /// It may have been sent at an unknown time. It is searched for first. If it is absent, it is sent only after a full
    /// <see cref="ReconciliationOptions.NoAnswerWindow"/>, counted from now. If this client remembers its sends, it is sent after the rest
    /// of their window.
    /// </summary>
    public static PriorAttempt Unknown => default;

    /// <summary>Whether it may have been sent.</summary>
    public bool MaybeSent => !_neverSent;

    /// <summary>How long ago it was last sent, if known.</summary>
    public TimeSpan? SinceLastSend { get; }

    /// <summary>How long ago it was first sent, if known.</summary>
    public TimeSpan? SinceFirstSend { get; }

    /// <summary>How long it can still be applied, if the caller has said so with <see cref="MayBeAppliedFor"/>.</summary>
    public TimeSpan? WindowLeft { get; }

    /// <summary>It may have been sent. If it is absent, it is sent once the rest of the window since its last send has passed.</summary>
    /// <param name="sinceLastSend">The time since it was last sent. When in doubt, give a shorter time.</param>
    /// <param name="sinceFirstSend">
    /// The time since it was first sent: the search goes back this far and no further. When in doubt, give a longer time. Default: unknown,
    /// and the search goes back to the card's first transaction.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative, or the first send is after the last one.</exception>
    public static PriorAttempt ElapsedSinceSend(TimeSpan sinceLastSend, TimeSpan? sinceFirstSend = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sinceLastSend, TimeSpan.Zero);
        if (sinceFirstSend is { } first)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(first, sinceLastSend, nameof(sinceFirstSend));
        }

        return new PriorAttempt(neverSent: false, sinceLastSend, sinceFirstSend);
    }

    /// <summary>
    /// It may have been sent, and can still be applied for this time. If it is absent after that, it is sent. Intended for a store that
    /// keeps <see cref="LoyaltyOutcomeUnknownException.WindowLeft"/>: the window depends on how the last attempt ended.
    /// </summary>
    /// <param name="windowLeft">
    /// The time left of its window, counted from now. Zero means that it can no longer be applied: one lookup decides. When in doubt, give
    /// a longer time.
    /// </param>
    /// <param name="sinceFirstSend">
    /// The time since it was first sent: the search goes back this far and no further. When in doubt, give a longer time. Default: unknown,
    /// and the search goes back to the card's first transaction.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative.</exception>
    public static PriorAttempt MayBeAppliedFor(TimeSpan windowLeft, TimeSpan? sinceFirstSend = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(windowLeft, TimeSpan.Zero);
        if (sinceFirstSend is { } first)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(first, TimeSpan.Zero, nameof(sinceFirstSend));
        }

        return new PriorAttempt(neverSent: false, null, sinceFirstSend, windowLeft);
    }
}
