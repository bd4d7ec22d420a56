using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Plan;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>
/// A user's handler outside the check before the socket. It fails, it takes too long, or the caller cancels meanwhile. Attempts after an
/// unknown outcome are rarer than first attempts, so it interferes with them more often.
/// </summary>
/// <param name="dice">The randomness of this client.</param>
/// <param name="faults">The faults of the service.</param>
/// <param name="tooLong">Longer than an attempt may take.</param>
/// <param name="clock">The clock of the history.</param>
/// <param name="onTry">Called when a request is about to be sent.</param>
/// <param name="hasOthers">Returns whether other callers wait for the call that is about to send.</param>
/// <param name="cancel">Cancels the call that is about to send.</param>
internal sealed class FaultyUserHandler(
    Dice dice, SandboxFaults faults, TimeSpan tooLong, TimeProvider clock, Action onTry, Func<bool> hasOthers, Action cancel)
    : DelegatingHandler
{
    public const string Failure = "The user's handler failed.";

    private readonly ClientClock _clock = new(clock, inline: true);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Post
            || !request.Options.TryGetValue(OutboundRequestCheck.CallKey, out var call)
            || call.Subject?.SourceId is null)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        onTry();
        if (hasOthers() && dice.Chance(0.15))
        {
            // Between the lookup and the send.
            cancel();
            cancellationToken.ThrowIfCancellationRequested();
        }

        var share = call.SentBefore ? 0.22 : 0.06;
        switch (4 * dice.Unit() / share)
        {
            case < 1:
                throw new InvalidOperationException(Failure);

            case < 2:
                await _clock.DelayAsync(tooLong, cancellationToken);
                break;

            case < 3:
                cancel();
                cancellationToken.ThrowIfCancellationRequested();
                break;

            case < 4:
                var response = await base.SendAsync(request, cancellationToken);
                cancel();
                cancellationToken.ThrowIfCancellationRequested();
                return response;

            default:
                break;
        }

        if (dice.Chance(call.SentBefore ? 0.97 : 0.15))
        {
            faults.Next(dice.OneOf<SandboxFault>(FaultKinds.OneOfEachEvent));
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
