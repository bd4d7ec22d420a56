using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resources;

/// <summary>A write whose response may be lost: the time that its requests and reads share, and the error of an unknown outcome.</summary>
/// <param name="timeout">The time for all of them.</param>
/// <param name="clock">The clock.</param>
/// <param name="options">The caller's options.</param>
internal sealed class LostWrite(TimeSpan timeout, ClientClock clock, RequestOptions? options)
{
    private readonly long _started = clock.Time.GetTimestamp();

    /// <summary>The latest error of an unknown outcome; null until there is one.</summary>
    public LoyaltyOutcomeUnknownException? Unknown { get; set; }

    /// <summary>The time since the first request, which was sent at once.</summary>
    public TimeSpan SinceStart => clock.Time.GetElapsedTime(_started);

    /// <summary>The time that is left; zero or less when it is over.</summary>
    public TimeSpan Left => timeout - SinceStart;

    /// <summary>The options of the next request. Repeats have the time that is left.</summary>
    public RequestOptions NextSend => Unknown is null ? options ?? new() : Limited(options);

    /// <summary>The options of a read, which the caller does not observe.</summary>
    public RequestOptions NextRead => Limited(RequestOptions.WithoutObserver(options));

    /// <summary>Waits, unless the time would be over by then.</summary>
    /// <returns>Whether the time has passed.</returns>
    /// <exception cref="LoyaltyOperationCanceledException">The caller cancelled.</exception>
    public async Task<bool> TryWaitAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay >= Left)
        {
            return false;
        }

        try
        {
            await clock.DelayAsync(delay, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException canceled)
        {
            throw Error(canceled, cancellationToken);
        }
    }

    /// <summary>Creates the error of the write, whose outcome stays unknown.</summary>
    /// <param name="last">What happened last.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <param name="finding">What a search has shown; null if there is nothing to add.</param>
    public Exception Error(Exception last, CancellationToken cancellationToken, string? finding = null)
    {
        var unknown = Unknown!;
        if (cancellationToken.IsCancellationRequested)
        {
            return new LoyaltyOperationCanceledException(unknown.Message, last, cancellationToken)
            {
                LastSentAt = unknown.LastSentAt,
                WindowLeft = unknown.WindowLeft,
            };
        }

        return last == unknown && finding is null
            ? unknown
            : new LoyaltyOutcomeUnknownException(
                finding is null ? unknown.Message : $"{unknown.Message} {finding}", last == unknown ? unknown.InnerException : last)
            {
                Attempts = unknown.Attempts,
                LastSentAt = unknown.LastSentAt,
                WindowLeft = unknown.WindowLeft,
            };
    }

    private RequestOptions Limited(RequestOptions? limited) => (limited ?? new()) with
    {
        Timeout = Left > TimeSpan.Zero ? Left : TimeSpan.FromMilliseconds(1),
    };
}
