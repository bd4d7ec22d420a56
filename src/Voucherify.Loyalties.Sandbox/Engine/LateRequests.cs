using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>Requests whose client has gone and that have not reached the service yet, by the time they will.</summary>
internal sealed class LateRequests
{
    private readonly PriorityQueue<(IncomingRequest IncomingRequest, SandboxRequest Request), (DateTimeOffset Due, long Order)> _waiting = new();
    private long _order;

    /// <summary>When the next one arrives, or the end of time.</summary>
    public DateTimeOffset NextDue => _waiting.TryPeek(out _, out var key) ? key.Due : DateTimeOffset.MaxValue;

    public void Add(IncomingRequest arrival, SandboxRequest request, DateTimeOffset due) =>
        _waiting.Enqueue((arrival, request), (due, _order++));

    public (IncomingRequest IncomingRequest, SandboxRequest Request) Take() => _waiting.Dequeue();
}
