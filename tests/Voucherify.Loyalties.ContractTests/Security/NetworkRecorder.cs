using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace Voucherify.Loyalties.ContractTests.Security;

/// <summary>Takes down what .NET's own HTTP stack traces, measures and writes as events, at the most detailed level.</summary>
internal sealed class NetworkRecorder : EventListener
{
    private readonly TelemetryRecorder _traces = new();

    public ConcurrentQueue<string> Spans => _traces.Spans;

    public ConcurrentQueue<string> Measurements => _traces.Measurements;

    public ConcurrentQueue<string> Events { get; } = new();

    public override void Dispose()
    {
        _traces.Dispose();
        base.Dispose();
    }

    protected override void OnEventSourceCreated(System.Diagnostics.Tracing.EventSource eventSource)
    {
        if (eventSource.Name.StartsWith("System.Net.", StringComparison.Ordinal))
        {
            EnableEvents(eventSource, EventLevel.LogAlways, EventKeywords.All);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        Events?.Enqueue(
            $"{eventData.EventSource.Name} {eventData.EventName} {eventData.Message} {string.Join(' ', eventData.Payload ?? new([]))}");
}
