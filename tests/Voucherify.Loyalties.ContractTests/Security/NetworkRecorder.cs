using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace Voucherify.Loyalties.ContractTests.Security;

/// <summary>Records the traces, measurements and events of .NET's HTTP stack, at the most detailed level.</summary>
internal sealed class NetworkRecorder : EventListener
{
    private readonly TelemetryRecorder _telemetry = new();

    public ConcurrentQueue<string> Spans => _telemetry.Spans;

    public ConcurrentQueue<string> Measurements => _telemetry.Measurements;

    public ConcurrentQueue<string> Events { get; } = new();

    public override void Dispose()
    {
        _telemetry.Dispose();
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
