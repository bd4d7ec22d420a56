using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.Time;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Authentication;

/// <summary>
/// Caches one access token for all callers. Only one token request runs at a time; a caller that stops waiting does not cancel it for the
/// others.
/// </summary>
internal sealed class AccessTokenCache(Func<CancellationToken, Task<IssuedToken>> fetch, ClientClock clock, ILogger log) : IDisposable
{
    /// <summary>The fraction of its lifetime after which a token is renewed: early enough that it does not expire in flight.</summary>
    private const double RenewAfter = 0.8;

    private readonly CancellationTokenSource _disposed = new();
    private readonly object _lock = new();
    private CachedToken? _current;
    private Task<CachedToken>? _renewal;

    /// <summary>Returns the cached token, or a new one if the cached one is old or was refused.</summary>
    public async ValueTask<string> GetAsync(string? refusedToken, CancellationToken cancellationToken)
    {
        var current = Volatile.Read(ref _current);
        if (current is not null && current.Value != refusedToken && clock.Time.GetTimestamp() < current.RenewAt)
        {
            return current.Value;
        }

        var renewal = RenewOnce(refusedToken);
        if (!renewal.IsCompletedSuccessfully
            && current is not null
            && current.Value != refusedToken
            && clock.Time.GetTimestamp() < current.EndsAt)
        {
            // The cached token is still valid: no call waits for the early renewal. If it fails, the next call tries again.
            return current.Value;
        }

        return (await renewal.WaitAsync(cancellationToken).ConfigureAwait(false)).Value;
    }

    /// <summary>Cancels a running token request.</summary>
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
            // Another caller may already have renewed the same token.
            if (_current is { } current && current.Value != refusedToken && clock.Time.GetTimestamp() < current.RenewAt)
            {
                return Task.FromResult(current);
            }

            if (_renewal is { IsCompleted: false } running)
            {
                return running;
            }

            renewal = clock.NewSource<CachedToken>();
            _renewal = renewal.Task;
        }

        // Outside the lock: other callers must be able to join while the request runs.
        _ = RenewAsync(renewal);
        return renewal.Task;
    }

    private async Task RenewAsync(TaskCompletionSource<CachedToken> renewal)
    {
        try
        {
            // The lifetime counts from before the request, so a slow response can only shorten it.
            var started = clock.Time.GetTimestamp();
            var issued = await fetch(_disposed.Token).ConfigureAwait(false);
            var token = new CachedToken(
                issued.Value,
                renewAt: started + clock.Time.TicksOf(issued.Lifetime * RenewAfter),
                endsAt: started + clock.Time.TicksOf(issued.Lifetime));
            Volatile.Write(ref _current, token);
            renewal.SetResult(token);
            TokenLog.TokenIssued(log, issued.Lifetime);
        }
        catch (OperationCanceledException) when (_disposed.IsCancellationRequested)
        {
            renewal.SetException(DisposedClient.Error());
            _ = renewal.Task.Exception;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            renewal.SetException(error);
            _ = renewal.Task.Exception; // Observe the exception: every waiter may have stopped waiting.
            TokenLog.TokenRefused(log, error.GetType().Name);
        }
    }

    private sealed class CachedToken(string value, long renewAt, long endsAt)
    {
        public string Value { get; } = value;

        public long RenewAt { get; } = renewAt;

        public long EndsAt { get; } = endsAt;
    }
}
