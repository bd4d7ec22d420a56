using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resources;

/// <summary>One write that could take effect twice: it is searched for after a lost response, and repeated once at most.</summary>
/// <param name="call">The write and its search.</param>
/// <param name="client">The client's options.</param>
/// <param name="clock">The clock.</param>
/// <param name="options">The caller's options.</param>
/// <param name="cancellationToken">The caller's token.</param>
internal sealed class SearchedRun<T>(
    SearchedCall<T> call, LoyaltyClientOptions client, ClientClock clock, RequestOptions? options, CancellationToken cancellationToken)
    where T : class
{
    private readonly LostWrite _lost = new(options?.Timeout ?? client.TotalTimeout, clock, options);
    private Exception? _lastError;
    private string? _doubt;

    /// <summary>Sends the write.</summary>
    /// <exception cref="LoyaltyOutcomeUnknownException">Whether the write was applied could not be told in time.</exception>
    public async Task<T> RunAsync()
    {
        for (var isRepeat = false; ; isRepeat = true)
        {
            var started = clock.Time.GetTimestamp();
            try
            {
                return await call.SendAsync(_lost.NextSend).ConfigureAwait(false);
            }
            catch (LoyaltyOutcomeUnknownException unknown) when (client.Reconciliation.Enabled)
            {
                _lost.Unknown = unknown;
            }
            catch (LoyaltyException) when (isRepeat)
            {
                // A refusal of the repeat may mean that the first request was applied after all.
                if (await FindRefusedAsync().ConfigureAwait(false) is not { } late)
                {
                    throw;
                }

                return late;
            }

            if (await FindAsync(started).ConfigureAwait(false) is { } found)
            {
                return found;
            }

            if (isRepeat || !call.MayRepeat)
            {
                throw StaysUnknown();
            }
        }
    }

    /// <summary>Searches until the write is found, or can no longer be applied and is absent.</summary>
    private async Task<T?> FindAsync(long started)
    {
        var now = clock.Time.GetTimestamp();
        var windowEnd = clock.Time.EndOf(now, _lost.Unknown!.WindowLeft);
        var givesUp = clock.Time.EndOf(now, client.Reconciliation.OutcomeTimeout);
        var schedule = new LookupSchedule((client.Reconciliation.BaseDelay, client.Reconciliation.MaxDelay), clock.Time, started);
        while (await WaitAsync(schedule.Next(windowEnd, hasWaiting: false), givesUp).ConfigureAwait(false))
        {
            var isOver = schedule.Begin(windowEnd) >= windowEnd;
            var result = await SearchAsync().ConfigureAwait(false);
            _doubt = result?.Doubt;
            if (result?.Found is { } found)
            {
                return found;
            }

            if (isOver && result is not null)
            {
                return _doubt is null ? null : throw StaysUnknown();
            }
        }

        throw StaysUnknown();
    }

    private async Task<T?> FindRefusedAsync()
    {
        var result = await SearchAsync().ConfigureAwait(false);
        _doubt = result?.Doubt;
        return result is null || _doubt is not null ? throw StaysUnknown() : result.Found;
    }

    /// <summary>Waits until a search is due.</summary>
    /// <returns>Whether it is due before the time is over.</returns>
    private async Task<bool> WaitAsync(long due, long givesUp) =>
        due < givesUp
        && await _lost.TryWaitAsync(clock.Time.SpanOf(due - clock.Time.GetTimestamp()), cancellationToken).ConfigureAwait(false);

    /// <summary>Searches once.</summary>
    /// <returns>What the search has shown; null if it could not read, which proves nothing.</returns>
    private async Task<SearchResult<T>?> SearchAsync()
    {
        try
        {
            var sinceFirstSend = _lost.SinceStart + client.Reconciliation.LookbackMargin;
            return await call
                .SearchAsync(new(clock.Time.GetUtcNow(), sinceFirstSend, _lost.NextRead, cancellationToken))
                .ConfigureAwait(false);
        }
        catch (Exception error) when (LookupFailure.IsFinal(error) || cancellationToken.IsCancellationRequested)
        {
            throw _lost.Error(error, cancellationToken);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // This may come from user code (a token provider or handler). It must not hide that the write may have been applied.
            _lastError = error;
            return null;
        }
    }

    private Exception StaysUnknown() => _lost.Error(_lastError ?? _lost.Unknown!, cancellationToken, _doubt);
}
