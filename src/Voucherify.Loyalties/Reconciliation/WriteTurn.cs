using Voucherify.Loyalties.Ordering;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// The part of a write that others see: its turn on the cards, and what it tells the calls that wait for the card or have joined it, and
/// the followers of its id.
/// </summary>
internal abstract class WriteTurn<TResponse>(ReconciliationServices services, ReconciledCall<TResponse> call)
    where TResponse : class
{
    private long _waitsSince;
    private FollowedWrites _followed;

    /// <summary>Whether the write was made, instead of giving way to another call with its id.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>What all reconciled writes of a client share.</summary>
    protected ReconciliationServices Services { get; } = services;

    /// <summary>The write.</summary>
    protected ReconciledCall<TResponse> Call { get; } = call;

    /// <summary>Its place in the queues; null for a write outside of them.</summary>
    protected CardTicket? Ticket { get; private set; }

    /// <summary>How long the caller still waits for an outcome that is unknown.</summary>
    private TimeSpan Patience => Call.OutcomeTimeout(Services.Options) is var timeout && timeout != Timeout.InfiniteTimeSpan
        ? timeout - Services.Clock.Time.GetElapsedTime(_waitsSince)
        : TimeSpan.MaxValue;

    /// <summary>Registers the write, unless it takes over the turn of a call that has given up.</summary>
    /// <exception cref="LoyaltySourceIdConflictException">Another call has the id, or its outcome is unknown.</exception>
    protected void Begin(CardTicket? inherited)
    {
        Ticket = inherited;
        if (inherited is null)
        {
            if (!Call.IsResume)
            {
                Services.Memory.RefuseUnresolved(Call);
            }

            Call.Begin(Services);
        }

        HasBegun = true;
        _followed.Begin(Services, Call);
    }

    /// <summary>Waits for the turn.</summary>
    protected ValueTask WaitAsync()
    {
        if (Call.Resume.OutsideQueue)
        {
            return default;
        }

        if (Ticket is null)
        {
            var ticket = new CardTicket(Call.Cards, Call.SourceId, Call.IsResume)
            {
                SourceIds = Call.SourceIds,
                MaxClosedWait = Call.OutcomeTimeout(Services.Options),
            };
            Services.Turns.Enter(ticket, Call);
            Ticket = ticket;
        }

        return Services.Turns.WaitAsync(Ticket, Call);
    }

    /// <summary>Creates the search for the outcome of the write.</summary>
    /// <param name="timeLeft">Returns what is left of the call's time.</param>
    protected OutcomeSearch<TResponse> NewSearch(Func<TimeSpan> timeLeft)
    {
        var sent = new SendState(Services.Options, Services.Clock.Time);
        return new(Services, Call, new SearchLimits(timeLeft, () => Patience, timeLeft), sent) { Turn = Ticket };
    }

    /// <summary>The outcome is unknown from now on.</summary>
    /// <param name="joinedAt">When the caller began to wait for it; null for the caller of a send that has just failed.</param>
    protected void BecameUnknown(long? joinedAt)
    {
        // One who has waited for another call already does not begin anew.
        var now = Services.Clock.Time.GetTimestamp();
        _waitsSince = joinedAt is { } joined && Ticket?.UnknownSince is { } since ? Math.Max(since, joined) : now;
        SetUnknownSince(joinedAt is null ? now : Ticket?.UnknownSince ?? now);
    }

    /// <summary>The outcome is known: the write was not applied.</summary>
    protected void BecameKnown() => SetUnknownSince(null);

    /// <summary>Ends the turn, or leaves it to a caller that has joined the write, unless the outcome is known.</summary>
    /// <param name="response">The response; null if the call ended without one.</param>
    /// <param name="failure">Why the write was certainly not applied; null if it was, or may have been.</param>
    /// <param name="wasAnswered">Whether the service has confirmed the write.</param>
    /// <param name="search">The search for its outcome; null if there was none.</param>
    protected void End(TResponse? response, Exception? failure, bool wasAnswered, OutcomeSearch<TResponse>? search)
    {
        var isOver = response is not null || AdjustmentOutcome.IsRefusal(failure);
        if (!isOver && TryHandOver(search))
        {
            return;
        }

        // What is only recorded is not applied yet: the search goes on.
        var applied = search is { IsUnknown: true } ? null : response;
        var isOpen = wasAnswered && !Call.IsSettledWhenAnswered;
        Leave(isOpen ? CardOutcome.Answered : search?.Outcome ?? CardOutcome.Settled, applied is not null);
        Call.End(Services, applied, failure);
        _followed.End(Services, Call, response, search);
    }

    private bool TryHandOver(OutcomeSearch<TResponse>? search) =>
        Ticket is { } ticket
        && Call.Shared(Services)?.TryHandOver(ticket, () => _followed.HandOver(Services, Call, search)) == true;

    private void Leave(CardOutcome outcome, bool isApplied)
    {
        if (Ticket is not null)
        {
            Services.Turns.Leave(Ticket, outcome, Call);
        }
        else if (isApplied)
        {
            Services.Turns.Resolve(Call.Cards, Call.SourceId);
        }
    }

    private void SetUnknownSince(long? since)
    {
        Call.Shared(Services)?.SetUnknownSince(since);
        if (Ticket is not null)
        {
            Services.Turns.SetUnknownSince(Ticket, since);
        }
    }
}
