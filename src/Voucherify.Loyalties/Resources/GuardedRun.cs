using Voucherify.Loyalties.Resilience;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resources;

/// <summary>One write that the service refuses to do twice, with its reads and repeats.</summary>
internal sealed class GuardedRun(LoyaltyClientOptions client, ClientClock clock, Randomness randomness, RequestOptions? options)
{
    private readonly LostWrite _lost = new(options?.Timeout ?? client.TotalTimeout, clock, options);

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
                return await send(_lost.NextSend).ConfigureAwait(false);
            }
            catch (LoyaltyOutcomeUnknownException unknown)
            {
                failure = _lost.Unknown = unknown;
            }
            catch (Exception error) when (_lost.Unknown is not null && error is LoyaltyException or OperationCanceledException)
            {
                // The refusal of a repeat may mean that an earlier request was applied.
                failure = error;
            }

            if (await FindAsync(find, failure, cancellationToken).ConfigureAwait(false) is { } found)
            {
                return found;
            }

            var mayRepeat = failure == _lost.Unknown && repeat < client.Retry.MaxRetries;
            var delay = mayRepeat ? Backoff.Next(client.Retry, repeat, randomness.NextDouble) : TimeSpan.MaxValue;
            if (!await _lost.TryWaitAsync(delay, cancellationToken).ConfigureAwait(false))
            {
                throw _lost.Error(failure, cancellationToken);
            }
        }
    }

    // A read that fails proves nothing. Its error must not hide that the write may have been applied.
    private async Task<T?> FindAsync<T>(Func<RequestOptions, Task<T?>> find, Exception failure, CancellationToken cancellationToken)
        where T : class
    {
        if (_lost.Left <= TimeSpan.Zero || cancellationToken.IsCancellationRequested)
        {
            throw _lost.Error(failure, cancellationToken);
        }

        try
        {
            return await find(_lost.NextRead).ConfigureAwait(false);
        }
        catch (Exception error) when (error is LoyaltyException or OperationCanceledException)
        {
            throw _lost.Error(failure, cancellationToken);
        }
    }
}
