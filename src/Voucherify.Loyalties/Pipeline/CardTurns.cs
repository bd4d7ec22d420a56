using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Telemetry;

namespace Voucherify.Loyalties.Pipeline;

/// <summary>The turns of the calls for a card, measured.</summary>
internal sealed class CardTurns(CardSequencer sequencer, ClientTelemetry telemetry)
{
    /// <summary>Waits for the turn, and measures how long, also when the turn did not come.</summary>
    public async ValueTask EnterAsync(CardTicket ticket, LoyaltyCall call)
    {
        try
        {
            await sequencer.EnterAsync(ticket, call.CallerToken).ConfigureAwait(false);
        }
        finally
        {
            telemetry.Queued(call.Operation, ticket.Waited);
        }
    }

    /// <summary>Ends the turn.</summary>
    public void Leave(CardTicket ticket, CardOutcome outcome) => sequencer.Leave(ticket, outcome);

    /// <summary>Opens the cards that an unknown call had closed, after a resume outside the queue has settled it.</summary>
    public void Resolve(string[] cards, string sourceId) => sequencer.Resolve(cards, sourceId);
}
