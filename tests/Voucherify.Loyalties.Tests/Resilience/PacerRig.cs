using System.Net;
using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Resilience;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Tests.Resilience;

/// <summary>A pacer on a clock that the test moves, and the responses that it sees.</summary>
internal sealed class PacerRig
{
    public PacerRig() => Pacer = new RatePacer(new ClientClock(Clock), new RetryOptions(), static () => 0.5);

    public FakeTimeProvider Clock { get; } = new();

    public RatePacer Pacer { get; }

    /// <summary>Shows the pacer a response.</summary>
    public void Respond(HttpStatusCode status, params (string Name, string Value)[] headers)
    {
        using var response = new HttpResponseMessage(status);
        foreach (var (name, value) in headers)
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        Pacer.Observe(response, DateTimeOffset.UnixEpoch);
    }
}
