using Voucherify.Loyalties.Resilience;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resources;

/// <summary>One write that the service refuses to do twice, with its reads and repeats.</summary>
internal sealed class GuardedRun(LoyaltyClientOptions client, ClientClock clock, Randomness randomness, RequestOptions? options)
{
    private readonly TimeSpan _timeout = options?.Timeout ?? client.TotalTimeout;
    private readonly long _started = clock.Time.GetTimestamp();
    private LoyaltyOutcomeUnknownException? _unknown;

    private TimeSpan Left => _timeout - clock.Time.GetElapsedTime(_started);

    public async Task<T> RunAsync<T>(
        Func<RequestOptions, Task<T>> send,
        Func<RequestOptions, Task<T?>> find,
        CancellationToken cancellationToken)
        where T : class
    {
        for (var repeat = 0; ; repeat++)
        {
            Exception failure;
            try
            {
                return await send(_unknown is null ? options ?? new() : Limited(options)).ConfigureAwait(false);
            }
            catch (LoyaltyOutcomeUnknownException unknown)
            {
                failure = _unknown = unknown;
            }
            catch (Exception error) when (_unknown is not null && error is LoyaltyException or OperationCanceledException)
            {
                // The refusal of a repeat may mean that an earlier request was applied.
                failure = error;
            }

            if (await FindAsync(find, failure, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }

            var mayRepeat = failure == _unknown && repeat < client.Retry.MaxRetries;
            if (!mayRepeat || !await WaitAsync(repeat, cancellationToken).ConfigureAwait(false))
            {
                throw Unknown(failure, cancellationToken);
            }
        }
    }

    // A read that fails proves nothing. Its error must not hide that the write may have been applied.
    private async Task<T?> FindAsync<T>(Func<RequestOptions, Task<T?>> find, Exception failure, CancellationToken cancellationToken)
        where T : class
    {
        if (Left <= TimeSpan.Zero || cancellationToken.IsCancellationRequested)
        {
            throw Unknown(failure, cancellationToken);
        }

        try
        {
            return await find(Limited(RequestOptions.WithoutObserver(options))).ConfigureAwait(false);
        }
        catch (Exception error) when (error is LoyaltyException or OperationCanceledException)
        {
            throw Unknown(failure, cancellationToken);
        }
    }

    private async Task<bool> WaitAsync(int repeat, CancellationToken cancellationToken)
    {
        var delay = Backoff.Next(client.Retry, repeat, randomness.NextDouble);
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
            throw Unknown(canceled, cancellationToken);
        }
    }

    private Exception Unknown(Exception last, CancellationToken cancellationToken)
    {
        var unknown = _unknown!;
        if (cancellationToken.IsCancellationRequested)
        {
            return new LoyaltyOperationCanceledException(unknown.Message, last, cancellationToken)
            {
                LastSentAt = unknown.LastSentAt,
                WindowLeft = unknown.WindowLeft,
            };
        }

        return last == unknown
            ? unknown
            : new LoyaltyOutcomeUnknownException(unknown.Message, last)
            {
                Attempts = unknown.Attempts,
                LastSentAt = unknown.LastSentAt,
                WindowLeft = unknown.WindowLeft,
            };
    }

    // The repeats and reads share the time of the call.
    private RequestOptions Limited(RequestOptions? limited) => (limited ?? new()) with
    {
        Timeout = Left > TimeSpan.Zero ? Left : TimeSpan.FromMilliseconds(1),
    };
}
