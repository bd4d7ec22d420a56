using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Http;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>
/// Counts how attempts to move points end: the cells of the outcome table. It is the outermost handler, so that it also sees requests that
/// are never sent.
/// </summary>
internal sealed class AttemptCounter(Tally tally) : DelegatingHandler
{
    private readonly Dictionary<string, LoyaltyCall> _running = [];

    private readonly HashSet<string> _unknown = [];

    /// <summary>Counts a call that the rate limit held back. Such a call reaches no handler.</summary>
    public void CountHeldBack(string sourceId, bool isResume)
    {
        CountLast(sourceId);
        tally.Count(Tally.Of(AttemptKind.HeldBack, isResume || _unknown.Contains(sourceId)));
    }

    /// <summary>Counts how the last attempt of each call ended.</summary>
    public void Finish()
    {
        foreach (var sourceId in _running.Keys.ToList())
        {
            CountLast(sourceId);
        }
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post
            && request.Options.TryGetValue(OutboundRequestCheck.CallKey, out var call)
            && call.Subject?.SourceId is { } sourceId)
        {
            CountLast(sourceId);
            _running[sourceId] = call;
        }

        return base.SendAsync(request, cancellationToken);
    }

    private void CountLast(string sourceId)
    {
        if (!_running.Remove(sourceId, out var call) || call.Last is not { Kind: not AttemptKind.HeldBack and var happened })
        {
            return;
        }

        var unknownBefore = call.SentBefore || _unknown.Contains(sourceId);
        tally.Count(Tally.Of(happened, unknownBefore));
        if (OutcomeTable.CertaintyOf(happened, unknownBefore) == Certainty.Unknown)
        {
            _unknown.Add(sourceId);
        }
    }
}
