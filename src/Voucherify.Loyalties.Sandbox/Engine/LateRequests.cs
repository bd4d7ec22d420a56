using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>Requests that have not reached the service yet, although their client has given up, by the time when they will.</summary>
internal sealed class LateRequests
{
    private readonly PriorityQueue<(IncomingRequest Incoming, SandboxRequest Request), (DateTimeOffset Due, long Order)> _waiting = new();
    private long _order;

    /// <summary>When the next request arrives, or <see cref="DateTimeOffset.MaxValue"/>.</summary>
    public DateTimeOffset NextDue => _waiting.TryPeek(out _, out var key) ? key.Due : DateTimeOffset.MaxValue;

    public void Add(IncomingRequest incoming, SandboxRequest request, DateTimeOffset due) =>
        _waiting.Enqueue((incoming, request), (due, _order++));

    public (IncomingRequest Incoming, SandboxRequest Request) Take() => _waiting.Dequeue();
}
