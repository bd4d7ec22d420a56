using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Telemetry;

namespace Voucherify.Loyalties.Pipeline;

/// <summary>The turns of the calls for a card, measured.</summary>
internal sealed class CardTurns(CardSequencer sequencer, ClientTelemetry telemetry)
{
    /// <summary>Lines a call up.</summary>
    /// <exception cref="LoyaltySourceIdConflictException">A call with the same <c>source_id</c> is running or unresolved.</exception>
    public void Enter(CardTicket ticket, LoyaltyCall call)
    {
        try
        {
            sequencer.Enter(ticket);
        }
        catch (Exception)
        {
            telemetry.Queued(call.Operation, TimeSpan.Zero);
            throw;
        }
    }

    /// <summary>Waits for the turn, and measures how long, also when the turn did not come.</summary>
    public ValueTask WaitAsync(CardTicket ticket, LoyaltyCall call)
    {
        if (ticket.Started)
        {
            telemetry.Queued(call.Operation, TimeSpan.Zero);
            return default;
        }

        return new(WaitMeasuredAsync(ticket, call));
    }

    /// <summary>Ends the turn, or the wait for it.</summary>
    public void Leave(CardTicket ticket, CardOutcome outcome, LoyaltyCall call)
    {
        if (!ticket.Started)
        {
            sequencer.Withdraw(ticket);
        }
        else if (sequencer.Leave(ticket, outcome) && outcome.Sent?.RecordedAs is null)
        {
            // What the service has recorded holds up the calls behind it until it has ended, as it should.
            telemetry.CardClosed(call);
        }
    }

    /// <summary>Marks a call whose outcome is unknown while it has its turn; null when it has become known.</summary>
    public void SetUnknownSince(CardTicket ticket, long? since) => sequencer.SetUnknownSince(ticket, since);

    /// <summary>Whether other calls wait for one of the cards; if none does, the signal is completed when one comes.</summary>
    public bool HasWaiting(string[] cards, CardTicket? ticket, TaskCompletionSource signal) => sequencer.HasWaiting(cards, ticket, signal);

    /// <summary>Opens the cards that an unknown call had closed, after a resume outside the queue has settled it.</summary>
    public void Resolve(string[] cards, string sourceId) => sequencer.Resolve(cards, sourceId);

    /// <summary>Opens a card that an unknown call has closed, although its outcome is still unknown.</summary>
    public void Reopen(string card) => sequencer.Reopen(card);

    private async Task WaitMeasuredAsync(CardTicket ticket, LoyaltyCall call)
    {
        try
        {
            await sequencer.WaitForTurnAsync(ticket, call.CallerToken).ConfigureAwait(false);
        }
        finally
        {
            telemetry.Queued(call.Operation, ticket.Waited);
        }
    }
}
