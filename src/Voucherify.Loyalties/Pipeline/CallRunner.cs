using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Ordering;

namespace Voucherify.Loyalties.Pipeline;

/// <summary>Runs a call when the turn of its card has come, or at once if it moves no points.</summary>
internal sealed class CallRunner(AttemptLoop attempts, CardTurns turns, LoyaltyClientOptions options)
{
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask RunAsync(LoyaltyCall call)
    {
        if (!call.Operation.MovesPoints || call.Subject is not { } subject)
        {
            Throw(await attempts.TryRunAsync(call).ConfigureAwait(false));
            return;
        }

        var ticket = new CardTicket([subject.MemberId], sourceId: null, resumes: false)
        {
            MaxClosedWait = options.Reconciliation.OutcomeTimeout,
        };
        turns.Enter(ticket, call);
        var outcome = CardOutcome.Settled;
        try
        {
            await turns.WaitAsync(ticket, call).ConfigureAwait(false);
            var failure = await attempts.TryRunAsync(call).ConfigureAwait(false);
            outcome = failure is null ? CardOutcome.Answered : AfterFailure(call);
            Throw(failure);
        }
        finally
        {
            turns.Leave(ticket, outcome, call);
        }
    }

    /// <summary>What a call that has just failed, and that no lookup can find, means for its card.</summary>
    private CardOutcome AfterFailure(LoyaltyCall call)
    {
        if (!call.WasUnknown)
        {
            return CardOutcome.Settled;
        }

        var now = options.TimeProvider.GetTimestamp();
        return CardOutcome.Unknown(new SentRecord(now, now, call.WindowIn(options.Reconciliation)));
    }

    // Keeps the stack of an error that came from user code (a handler or a token provider).
    private static void Throw(Exception? failure)
    {
        if (failure is not null)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }
}
