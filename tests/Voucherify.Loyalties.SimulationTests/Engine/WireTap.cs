using System.Globalization;
using System.Net;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>Watches the requests of a client and their responses. It changes only the headers of the rate limit.</summary>
/// <param name="trace">The trace; null for none.</param>
/// <param name="clock">The clock of the history.</param>
/// <param name="faults">The faults of the service.</param>
/// <param name="onChange">Receives the card and the id of each request that moves points.</param>
/// <param name="onResponse">
/// Receives the status of the response to each such request, and whether that is a success with an odd property.
/// </param>
/// <param name="othersUseUpTheRateUntil">Returns until when other programs use up the rate limit, or null.</param>
internal sealed class WireTap(
    Trace? trace,
    VirtualClock clock,
    SandboxFaults faults,
    Action<string, string> onChange,
    Action<HttpStatusCode, bool> onResponse,
    Func<DateTimeOffset?> othersUseUpTheRateUntil)
    : DelegatingHandler
{
    private readonly bool _playsOddProperties = faults[SandboxFault.OddProperty] > 0;

    private const string Remaining = "X-Rate-Limit-Remaining";

    private const string Renewal = "X-Rate-Limit-Retry";

    /// <summary>Whether a response has told the client to wait.</summary>
    public bool HasPaced { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.TryGetValue(OutboundRequestCheck.CallKey, out var call);
        if (request.Method == HttpMethod.Post && call?.Subject is { SourceId: { } sourceId, MemberId: var card })
        {
            onChange(card, sourceId);
            trace?.Add($"  POST {sourceId}");
        }
        else
        {
            trace?.Add($"  {request.Method} {request.RequestUri!.AbsolutePath}");
        }

        try
        {
            var lookups = LookupsOf(request, call);
            lookups?.Send(clock.Elapsed, request.RequestUri!.AbsolutePath.Contains("/oauth/", StringComparison.Ordinal));
            var oddProperties = OddProperties;
            var response = await base.SendAsync(request, cancellationToken);
            if (request.Method == HttpMethod.Post && call?.Subject?.SourceId is not null)
            {
                onResponse(response.StatusCode, OddProperties > oddProperties && response.IsSuccessStatusCode);
            }

            if (IsLookup(request))
            {
                lookups?.Receive(response.StatusCode);
            }

            UseUpTheRate(request, response);
            HasPaced |= response.StatusCode == HttpStatusCode.TooManyRequests || IsUsedUp(response);
            trace?.Add($"  {(int)response.StatusCode} for {request.Method} {call?.Subject?.SourceId}");
            return response;
        }
        catch (Exception error)
        {
            trace?.Add($"  {error.GetType().Name} for {request.Method} {call?.Subject?.SourceId}");
            throw;
        }
    }

    // A search in the background has no caller, although it may run in the context of the call that woke it.
    private static Lookups? LookupsOf(HttpRequestMessage request, LoyaltyCall? call) =>
        ClientCall.Current is { } current && (!IsLookup(request) || call?.CallerToken == current.Source.Token) ? current.Lookups : null;

    private static bool IsLookup(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.EndsWith("/transactions", StringComparison.Ordinal);

    private int OddProperties => _playsOddProperties ? faults.Counts[SandboxFault.OddProperty] : 0;

    private void UseUpTheRate(HttpRequestMessage request, HttpResponseMessage response)
    {
        if (request.Method == HttpMethod.Get && othersUseUpTheRateUntil() is { } until)
        {
            response.Headers.Remove(Remaining);
            response.Headers.Remove(Renewal);
            response.Headers.Add(Remaining, "0");
            response.Headers.Add(Renewal, until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        }
    }

    private static bool IsUsedUp(HttpResponseMessage response) =>
        response.Headers.TryGetValues(Remaining, out var values) && values.Contains("0");
}
