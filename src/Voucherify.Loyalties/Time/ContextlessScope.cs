namespace Voucherify.Loyalties.Time;

/// <summary>
/// A block that attaches nothing of the current execution context to what it creates, such as timers: the asynchronous locals of a request
/// must not live as long as the client.
/// </summary>
internal readonly ref struct ContextlessScope
{
    private readonly AsyncFlowControl? _flow;

    public ContextlessScope() => _flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();

    public void Dispose() => _flow?.Undo();
}
