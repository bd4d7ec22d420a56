using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Ordering;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Searches the transactions for one write whose outcome is unknown, until it is found or can no longer be applied.</summary>
/// <param name="services">What all reconciled writes of a client share.</param>
/// <param name="call">The write.</param>
/// <param name="limits">How long the search goes on.</param>
/// <param name="sent">When the write was sent.</param>
internal sealed class OutcomeSearch<TResponse>(
    ReconciliationServices services, ReconciledCall<TResponse> call, SearchLimits limits, SendState sent)
    where TResponse : class
{
    private LookupSchedule? _schedule;
    private IReadOnlyList<string> _candidates = [];
    private Exception? _lastError;
    private bool _couldNotRead;
    private bool _polls;
    private bool _isConfirmed;

    /// <summary>The turn of the call; null while it has none.</summary>
    public CardTicket? Turn { get; init; }

    /// <summary>Whether there was a send that may have been applied.</summary>
    public bool MaybeSent => sent.MaybeSent;

    /// <summary>Whether the outcome of a send is unknown now.</summary>
    public bool IsUnknown => sent.MaybeSent && !IsResolved;

    /// <summary>Whether a search must come before the next send.</summary>
    public bool IsNeeded => sent.MaybeSent || sent.LookBack is not null;

    /// <summary>Whether the outcome is known now.</summary>
    public bool IsResolved { get; private set; }

    /// <summary>Whether the write was found in the transactions.</summary>
    public bool WasFound { get; private set; }

    /// <summary>Why it was not applied, if the transactions say so: another write has the id, or the service has rejected it.</summary>
    public WriteOutcome? Verdict { get; private set; }

    /// <summary>Whether further lookups may find the outcome.</summary>
    public bool CanContinue { get; private set; } = true;

    /// <summary>What the write means for its cards now.</summary>
    public CardOutcome Outcome => IsUnknown ? sent.UnknownOutcome : CardOutcome.Settled;

    /// <summary>Starts from what the caller knows of an earlier send, and from what this client remembers.</summary>
    public void Begin(long calledAt)
    {
        call.Recall(services.Memory, sent, calledAt);
        _schedule = sent.NewSchedule(sentAt: null);
        _polls = false;
    }

    /// <summary>Remembers what this client has sent, until the outcome is known.</summary>
    public void Remember()
    {
        if (IsUnknown)
        {
            call.Remember(services.Memory, sent);
        }
        else
        {
            call.Forget(services.Memory);
        }
    }

    /// <summary>Adds a send whose outcome is unknown.</summary>
    /// <param name="attempted">The call that was sent.</param>
    /// <param name="started">When it was started, by the monotonic clock.</param>
    /// <param name="failure">How it ended.</param>
    public void Add(LoyaltyCall attempted, long started, Exception failure)
    {
        IsResolved = false;
        sent.MarkUnknown(attempted, started);
        _schedule = sent.NewSchedule(started);
        _lastError = ReconciliationErrors.CauseOf(failure);
    }

    /// <summary>Adds a send that the service has recorded, but not applied yet.</summary>
    /// <param name="attempted">The call that was sent.</param>
    /// <param name="started">When it was started, by the monotonic clock.</param>
    /// <param name="transactionId">The transaction.</param>
    public void AddRecorded(LoyaltyCall attempted, long started, string transactionId)
    {
        IsResolved = false;
        sent.MarkRecorded(transactionId, attempted, started);
        _schedule = sent.NewPollSchedule();
        _polls = true;
        _isConfirmed = true;
    }

    /// <summary>Returns the same search without its caller and its turn.</summary>
    /// <param name="detached">The write without its caller.</param>
    /// <param name="background">How long the search goes on.</param>
    public OutcomeSearch<TResponse> InBackground(ReconciledCall<TResponse> detached, SearchLimits background) =>
        new(services, detached, background, sent)
        {
            _schedule = _schedule,
            _lastError = _lastError,
            _couldNotRead = _couldNotRead,
            _polls = _polls,
        };

    /// <summary>Searches until the write is found or its window has passed.</summary>
    /// <returns>The response, or null when the write was certainly not applied.</returns>
    /// <exception cref="LoyaltyOutcomeUnknownException">The time of the call ended first, or the lookups cannot decide.</exception>
    /// <exception cref="LoyaltySourceIdConflictException">The id belongs to another write, and this one was not applied.</exception>
    /// <exception cref="LoyaltyOperationCanceledException">The caller cancelled.</exception>
    public async Task<TResponse?> ResolveAsync()
    {
        try
        {
            var found = await FindAsync().ConfigureAwait(false);
            return found is null ? null : await RecoverAsync(found).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (sent.MaybeSent && call.CallerToken.IsCancellationRequested)
        {
            throw OutcomeFollower<TResponse>.Follow(services, call, ReconciliationErrors.Canceled(call, sent, error));
        }
    }

    /// <summary>
    /// Looks once more, because the service has refused to do the write again: an earlier request may have been applied.
    /// </summary>
    /// <returns>The response; null if the refusal stands.</returns>
    /// <exception cref="LoyaltyOutcomeUnknownException">The lookup cannot decide.</exception>
    public async Task<TResponse?> ResolveAfterRefusalAsync()
    {
        IsResolved = false;
        var round = SearchRound.For(services, call, sent, limits.LookupTime);
        var found = await round.RunAsync(isOver: true).ConfigureAwait(false);
        if (found is { Count: 0 })
        {
            IsResolved = true;
            return null;
        }

        if (found is not null)
        {
            return await RecoverAsync(Found(found, round)).ConfigureAwait(false);
        }

        if (sent.RecordedAs is null)
        {
            _lastError = round.Error ?? _lastError;
            _candidates = round.Candidates;
            throw StaysUnknown();
        }

        _polls = true;
        _schedule = sent.NewPollSchedule();
        return await ResolveAsync().ConfigureAwait(false);
    }

    /// <summary>Searches until the transactions of the write are found or its window has passed.</summary>
    /// <returns>The transactions, or null when the write was certainly not applied.</returns>
    /// <exception cref="LoyaltyOutcomeUnknownException">As for <see cref="ResolveAsync"/>.</exception>
    /// <exception cref="LoyaltySourceIdConflictException">As for <see cref="ResolveAsync"/>.</exception>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public async Task<IReadOnlyList<ITransactionRow>?> FindAsync()
    {
        // A lookup before the first send is no search for a lost write.
        if (sent.MaybeSent && !_polls)
        {
            services.Telemetry.Searching(call, limits.IsInBackground);
        }

        try
        {
            return await PollUntilResolvedAsync().ConfigureAwait(false);
        }
        catch (Exception error) when (WriteOutcome.Of(error) is { } verdict)
        {
            IsResolved = true;
            Verdict = verdict;
            services.Telemetry.Decided(call, isConflict: verdict.Existing is not null);
            throw;
        }
    }

    /// <summary>Reports that the outcome stays unknown, and creates the error that says so.</summary>
    public Exception StaysUnknown()
    {
        if (!sent.MaybeSent)
        {
            // Nothing was sent, and nothing will be.
            return _lastError ?? ReconciliationErrors.NothingSent(call);
        }

        services.Telemetry.StaysUnknown(call);
        bool? wasFound = WasFound || !_couldNotRead ? WasFound : null;
        var error = ReconciliationErrors.Unknown(call, sent, wasFound, _lastError, _candidates);
        return OutcomeFollower<TResponse>.Follow(services, call, error);
    }

    private async Task<IReadOnlyList<ITransactionRow>?> PollUntilResolvedAsync()
    {
        var round = SearchRound.For(services, call, sent, limits.LookupTime);
        using var pause = new LookupPause(services, call.Cards, Turn, limits);
        while (await pause.WaitAsync(_schedule!, sent, call.CallerToken).ConfigureAwait(false) is { } began)
        {
            // Absence counts only when the search began after the window had ended.
            var isOver = sent.IsOver;
            var found = await round.RunAsync(isOver).ConfigureAwait(false);
            _lastError = round.Error ?? _lastError;
            _couldNotRead = round.CouldNotRead;
            _candidates = round.Candidates;
            if (found?.Count == round.Parts)
            {
                return Found(found, round);
            }

            if (sent.RecordedAs is not null && !_polls)
            {
                _polls = true;
                _schedule = sent.NewPollSchedule();
            }

            if (found is { Count: 0 } && !round.ReadOldList && !round.FoundRejected)
            {
                sent.MarkRead(began);
            }

            if (isOver && found is { Count: 0 })
            {
                return Absent();
            }

            if (round.IsFinal || (isOver && found is not null))
            {
                // Further lookups are refused too, or only a part of the write was applied.
                CanContinue = false;
                break;
            }

            if (found is not null)
            {
                sent.EndLookBack();
            }
        }

        throw StaysUnknown();
    }

    private IReadOnlyList<ITransactionRow> Found(IReadOnlyList<ITransactionRow> found, SearchRound round)
    {
        if (round.FoundDuplicate)
        {
            services.Telemetry.Duplicate(call);
        }

        IsResolved = true;
        WasFound = true;
        if (!_polls)
        {
            services.Telemetry.Found(call);
        }

        return found;
    }

    private IReadOnlyList<ITransactionRow>? Absent()
    {
        IsResolved = true;
        sent.EndLookBack();
        if (sent.MaybeSent)
        {
            services.Telemetry.Absent(call);
        }

        return null;
    }

    /// <summary>Creates the response of a write that was applied. A failure here must not look as if the write was refused.</summary>
    private async Task<TResponse> RecoverAsync(IReadOnlyList<ITransactionRow> found)
    {
        try
        {
            var response = await call.RecoverAsync(found, call.CallerToken).ConfigureAwait(false);
            return _isConfirmed ? call.IdentifyConfirmed(response) : call.Identify(response);
        }
        catch (Exception error) when (error is not OperationCanceledException || !call.CallerToken.IsCancellationRequested)
        {
            // This may come from user code (a token provider or handler). Never let it look as if the adjustment failed.
            _lastError = error;
            throw StaysUnknown();
        }
    }
}
