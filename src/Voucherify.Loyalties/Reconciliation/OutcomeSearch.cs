using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Time;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Searches the transactions for one write whose outcome is unknown, until it is found or can no longer be applied.</summary>
/// <param name="services">What all reconciled writes of a client share.</param>
/// <param name="call">The write.</param>
/// <param name="timeLeft">Returns what is left of the call's time.</param>
internal sealed class OutcomeSearch<TResponse>(ReconciliationServices services, ReconciledCall<TResponse> call, Func<TimeSpan> timeLeft)
    where TResponse : class
{
    private readonly SendState _sent = new(services.Options, services.Clock.Time);
    private Exception? _lastError;

    /// <summary>Whether there was a send that may have been applied.</summary>
    public bool MaybeSent => _sent.MaybeSent;

    /// <summary>Whether a search must come before the next send.</summary>
    public bool IsNeeded => _sent.MaybeSent || _sent.LookBack is not null;

    /// <summary>Whether the outcome is known now.</summary>
    public bool IsResolved { get; private set; }

    /// <summary>Whether the write was found in the transactions.</summary>
    public bool WasFound { get; private set; }

    /// <summary>What the write means for its cards now.</summary>
    public CardOutcome Outcome => IsResolved || !_sent.MaybeSent ? CardOutcome.Settled : CardOutcome.Unknown(_sent.Record);

    /// <summary>Starts from what the caller knows of an earlier send, and from what this client remembers.</summary>
    public void Begin(long calledAt) => call.Recall(services.Memory, _sent, calledAt);

    /// <summary>Remembers what this client has sent, until the outcome is known.</summary>
    public void Remember()
    {
        if (IsResolved || !_sent.MaybeSent)
        {
            call.Forget(services.Memory);
        }
        else
        {
            call.Remember(services.Memory, _sent);
        }
    }

    /// <summary>Adds a send whose outcome is unknown.</summary>
    /// <param name="attempted">The call that was sent.</param>
    /// <param name="started">When it was started, by the monotonic clock.</param>
    /// <param name="failure">How it ended.</param>
    public void Add(LoyaltyCall attempted, long started, Exception failure)
    {
        IsResolved = false;
        _sent.MarkUnknown(attempted, started);
        _lastError = ReconciliationErrors.CauseOf(failure);
    }

    /// <summary>Searches until the write is found or its window has passed.</summary>
    /// <returns>The response, or null when the write was certainly not applied.</returns>
    /// <exception cref="LoyaltyOutcomeUnknownException">The time of the call ended first, or the lookups cannot decide.</exception>
    /// <exception cref="LoyaltySourceIdConflictException">The id belongs to another write, and this one was not applied.</exception>
    /// <exception cref="LoyaltyOperationCanceledException">The caller cancelled.</exception>
    public async Task<TResponse?> ResolveAsync()
    {
        // A lookup before the first send is no search for a lost write.
        if (_sent.MaybeSent)
        {
            services.Telemetry.Searching(call);
        }

        try
        {
            var found = await PollUntilResolvedAsync().ConfigureAwait(false);
            return found is null ? null : await RecoverAsync(found).ConfigureAwait(false);
        }
        catch (LoyaltySourceIdConflictException)
        {
            IsResolved = true;
            services.Telemetry.Conflict(call);
            throw;
        }
        catch (OperationCanceledException error) when (_sent.MaybeSent && call.CallerToken.IsCancellationRequested)
        {
            throw ReconciliationErrors.Canceled(call, _sent, error);
        }
    }

    /// <summary>Reports that the outcome stays unknown, and creates the error that says so.</summary>
    public Exception StaysUnknown()
    {
        if (!_sent.MaybeSent && !WasFound)
        {
            return _lastError ?? ReconciliationErrors.NothingSent(call);
        }

        services.Telemetry.StaysUnknown(call);
        return ReconciliationErrors.Unknown(call, _sent, WasFound, _lastError);
    }

    private async Task<IReadOnlyList<LoyaltyTransaction>?> PollUntilResolvedAsync()
    {
        var round = call.NewSearch(services, _sent, timeLeft);
        var delay = new DoublingDelay(services.Options.BaseDelay, services.Options.MaxDelay);
        while (true)
        {
            // Absence counts only when the search began after the window had ended.
            var isOver = _sent.IsOver;
            var found = await round.RunAsync(isOver).ConfigureAwait(false);
            _lastError = round.Error ?? _lastError;
            _sent.LookBack = found is null ? _sent.LookBack : null;
            if (round.IsFinal)
            {
                throw StaysUnknown();
            }

            if (found?.Count == round.Parts)
            {
                IsResolved = true;
                WasFound = true;
                services.Telemetry.Found(call);
                return found;
            }

            if (isOver && found is { Count: 0 })
            {
                IsResolved = true;
                if (_sent.MaybeSent)
                {
                    services.Telemetry.Absent(call);
                }

                return null;
            }

            var wait = delay.Next();
            wait = isOver ? wait : Min(wait, _sent.WindowLeft);
            if (wait >= timeLeft() || (isOver && found is not null))
            {
                // The time is over, or only a part of the write was applied.
                throw StaysUnknown();
            }

            await services.Clock.DelayAsync(wait > TimeSpan.Zero ? wait : TimeSpan.Zero, call.CallerToken).ConfigureAwait(false);
        }
    }

    /// <summary>Creates the response of a write that was applied. A failure here must not look as if the write was refused.</summary>
    private async Task<TResponse> RecoverAsync(IReadOnlyList<LoyaltyTransaction> found)
    {
        try
        {
            return call.Identify(await call.RecoverAsync(found, call.CallerToken).ConfigureAwait(false));
        }
        catch (Exception error) when (error is not OperationCanceledException || !call.CallerToken.IsCancellationRequested)
        {
            // This may come from user code (a token provider or handler). Never let it look as if the adjustment failed.
            _lastError = error;
            throw StaysUnknown();
        }
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
