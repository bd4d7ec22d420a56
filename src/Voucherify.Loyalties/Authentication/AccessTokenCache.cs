using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.Telemetry;

namespace Voucherify.Loyalties.Authentication;

/// <summary>
/// Keeps one access token for all callers. One request for a token is under way at a time; a caller that stops waiting does not end it for the others.
/// </summary>
internal sealed class AccessTokenCache(Func<CancellationToken, Task<IssuedToken>> fetch, Waiting waiting, ILogger log) : IDisposable
{
    /// <summary>A token is renewed when this part of its life is over: early enough that none runs out on its way.</summary>
    private const double RenewAfter = 0.8;

    private readonly CancellationTokenSource _disposed = new();
    private readonly object _lock = new();
    private CachedToken? _current;
    private Task<CachedToken>? _renewal;

    /// <summary>Gets the kept token, or a new one when it is old or is the refused one.</summary>
    public async ValueTask<string> GetAsync(string? refusedToken, CancellationToken cancellationToken)
    {
        var current = Volatile.Read(ref _current);
        if (current is not null && current.Value != refusedToken && waiting.Time.GetTimestamp() < current.RenewAt)
        {
            return current.Value;
        }

        var renewal = RenewOnce(refusedToken);
        if (!renewal.IsCompletedSuccessfully && current is not null && current.Value != refusedToken && waiting.Time.GetTimestamp() < current.EndsAt)
        {
            // The kept token still holds: nobody waits for the early renewal, and when it fails the next call tries again.
            return current.Value;
        }

        return (await renewal.WaitAsync(cancellationToken).ConfigureAwait(false)).Value;
    }

    /// <summary>Ends a token request that is under way.</summary>
    public void Dispose()
    {
        _disposed.Cancel();
        _disposed.Dispose();
    }

    private Task<CachedToken> RenewOnce(string? refusedToken)
    {
        TaskCompletionSource<CachedToken> renewal;
        lock (_lock)
        {
            // Another caller may have been refused with the same token, and have renewed it already.
            if (_current is { } current && current.Value != refusedToken && waiting.Time.GetTimestamp() < current.RenewAt)
            {
                return Task.FromResult(current);
            }

            if (_renewal is { IsCompleted: false } running)
            {
                return running;
            }

            renewal = waiting.NewSource<CachedToken>();
            _renewal = renewal.Task;
        }

        // Outside the lock: the others must be able to join while the request is under way.
        _ = RenewAsync(renewal);
        return renewal.Task;
    }

    private async Task RenewAsync(TaskCompletionSource<CachedToken> renewal)
    {
        try
        {
            // The life is counted from before the request, so a slow answer makes the token older, never younger.
            var started = waiting.Time.GetTimestamp();
            var issued = await fetch(_disposed.Token).ConfigureAwait(false);
            var token = new CachedToken(
                issued.Value,
                renewAt: started + waiting.Time.TicksOf(issued.Lifetime * RenewAfter),
                endsAt: started + waiting.Time.TicksOf(issued.Lifetime));
            Volatile.Write(ref _current, token);
            renewal.SetResult(token);
            LoyaltyLog.TokenBought(log, issued.Lifetime);
        }
        catch (OperationCanceledException) when (_disposed.IsCancellationRequested)
        {
            renewal.SetException(new ObjectDisposedException(nameof(LoyaltyClient)));
            _ = renewal.Task.Exception;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            renewal.SetException(error);
            _ = renewal.Task.Exception; // Observed: every waiter may have left.
            LoyaltyLog.TokenRefused(log, error.GetType().Name);
        }
    }

    private sealed class CachedToken(string value, long renewAt, long endsAt)
    {
        public string Value { get; } = value;

        public long RenewAt { get; } = renewAt;

        public long EndsAt { get; } = endsAt;
    }
}
