namespace Voucherify.Loyalties;

/// <summary>What is known about earlier attempts of an adjustment, by its <c>source_id</c>.</summary>
public readonly record struct PriorAttempt
{
    private PriorAttempt(bool maybeSent, TimeSpan? sinceLastSend, TimeSpan? sinceFirstSend)
    {
        MaybeSent = maybeSent;
        SinceLastSend = sinceLastSend;
        SinceFirstSend = sinceFirstSend;
    }

    /// <summary>It was certainly never sent: it is sent without a look.</summary>
    public static PriorAttempt None => default;

    /// <summary>
    /// It may have been sent, nobody knows when. It is looked for first; when it is absent, it is sent only after the whole
    /// <see cref="ReconciliationOptions.NoAnswerWindow"/> has passed from now on; or, when it was this client that sent it and its card is still
    /// closed, once what is left of the window has passed.
    /// </summary>
    public static PriorAttempt Unknown => new(maybeSent: true, null, null);

    /// <summary>Whether it may have been sent.</summary>
    public bool MaybeSent { get; }

    /// <summary>How long ago it was sent last, if that is known.</summary>
    public TimeSpan? SinceLastSend { get; }

    /// <summary>How long ago it was sent first, if that is known.</summary>
    public TimeSpan? SinceFirstSend { get; }

    /// <summary>It may have been sent. When it is absent, it is sent once what is left of the window since its last send has passed.</summary>
    /// <param name="sinceLastSend">The time since it was sent last. When in doubt, give less.</param>
    /// <param name="sinceFirstSend">
    /// The time since it was sent first: the look goes back so far and no further. When in doubt, give more.
    /// Default: nobody knows, and the look goes back to the card's first transaction.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">A time is negative, or the first send is after the last one.</exception>
    public static PriorAttempt ElapsedSinceSend(TimeSpan sinceLastSend, TimeSpan? sinceFirstSend = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sinceLastSend, TimeSpan.Zero);
        if (sinceFirstSend is { } first)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(first, sinceLastSend, nameof(sinceFirstSend));
        }

        return new PriorAttempt(maybeSent: true, sinceLastSend, sinceFirstSend);
    }
}
