using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Plan;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>
/// A handler of a user's in front of the send guard, and whatever else comes between a client and its wire: it fails, it takes too long,
/// its caller gives up. What follows an unknown attempt is rarer than first attempts, so it strikes there more often.
/// </summary>
/// <param name="dice">The chance of this client.</param>
/// <param name="faults">The faults of the service.</param>
/// <param name="tooLong">Longer than an attempt may take.</param>
/// <param name="clock">The clock of the history.</param>
/// <param name="onTry">Told the id of each change that is about to leave.</param>
/// <param name="cancel">Lets the caller of the change give up.</param>
internal sealed class Meddler(Dice dice, SandboxFaults faults, TimeSpan tooLong, TimeProvider clock, Action<string> onTry, Action<string> cancel)
    : DelegatingHandler
{
    public const string Failure = "A handler of the user's failed.";

    private readonly ClientClock _clock = new(clock, inline: true);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Post
            || !request.Options.TryGetValue(OutboundRequestCheck.CallKey, out var call)
            || call.Subject?.SourceId is not { } sourceId)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        onTry(sourceId);
        var share = call.SentBefore ? 0.22 : 0.04;
        switch (4 * dice.Unit() / share)
        {
            case < 1:
                throw new InvalidOperationException(Failure);

            case < 2:
                await _clock.DelayAsync(tooLong, cancellationToken);
                break;

            case < 3:
                cancel(sourceId);
                cancellationToken.ThrowIfCancellationRequested();
                break;

            case < 4:
                var response = await base.SendAsync(request, cancellationToken);
                cancel(sourceId);
                cancellationToken.ThrowIfCancellationRequested();
                return response;

            default:
                break;
        }

        if (call.SentBefore && dice.Chance(0.9))
        {
            faults.Next(dice.OneOf<SandboxFault>(FaultKinds.OneOfEachEvent));
        }

        return await base.SendAsync(request, cancellationToken);
    }
}
