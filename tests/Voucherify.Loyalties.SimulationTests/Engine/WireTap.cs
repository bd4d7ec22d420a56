using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.Internal.Http;
using Voucherify.Loyalties.Resilience;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>Sees what leaves a client and what comes back, without touching it.</summary>
internal sealed class WireTap(Tally tally, Trace? trace, Action<string, string> onChange) : DelegatingHandler
{
    private readonly HashSet<LoyaltyCall> _calls = [];

    private readonly HashSet<LoyaltyCall> _unknown = [];

    /// <summary>Takes down how the last attempt of each call ended.</summary>
    public void Finish()
    {
        foreach (var call in _calls)
        {
            CountLast(call);
        }

        _calls.Clear();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Options.TryGetValue(SendGuardHandler.CallKey, out var call);
        if (request.Method == HttpMethod.Post && call?.Subject is { SourceId: { } sourceId, MemberId: var card })
        {
            CountLast(call);
            _calls.Add(call);
            onChange(card, sourceId);
            trace?.Add($"  POST {sourceId}");
        }
        else
        {
            trace?.Add($"  {request.Method} {request.RequestUri!.AbsolutePath}");
        }

        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            trace?.Add($"  {(int)response.StatusCode} for {request.Method} {call?.Subject?.SourceId}");
            return response;
        }
        catch (Exception error)
        {
            trace?.Add($"  {error.GetType().Name} for {request.Method} {call?.Subject?.SourceId}");
            throw;
        }
    }

    private void CountLast(LoyaltyCall call)
    {
        if (_calls.Contains(call) && call.Last is { } last)
        {
            var unknownBefore = call.SentBefore || _unknown.Contains(call);
            tally.Count(Tally.Of(last.Happened, unknownBefore));
            if (OutcomeTable.Classify(last.Happened, unknownBefore) == OutcomeClass.Unknown)
            {
                _unknown.Add(call);
            }
        }
    }
}
