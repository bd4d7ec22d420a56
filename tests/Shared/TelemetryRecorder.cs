using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Voucherify.Loyalties.TestSupport;

/// <summary>Records everything that the process traces or measures, with every value and tag.</summary>
internal sealed class TelemetryRecorder : IDisposable
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public TelemetryRecorder()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Spans.Enqueue(TextOf(activity)),
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _meters.SetMeasurementEventCallback<double>(Measured);
        _meters.SetMeasurementEventCallback<long>(Measured);
        _meters.SetMeasurementEventCallback<int>(Measured);
        _meters.Start();
    }

    public ConcurrentQueue<string> Spans { get; } = new();

    public ConcurrentQueue<string> Measurements { get; } = new();

    public void Dispose()
    {
        _meters.RecordObservableInstruments();
        _meters.Dispose();
        _activities.Dispose();
    }

    private void Measured<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        Measurements.Enqueue(
            $"{instrument.Meter.Name} {instrument.Name} {instrument.Description} {value} {string.Join(' ', tags.ToArray())}");

    private static string TextOf(Activity activity) => string.Join(
        ' ',
        (object?[])
        [
            activity.Source.Name, activity.DisplayName, activity.OperationName, activity.StatusDescription,
            .. activity.TagObjects, .. activity.Baggage, .. activity.Events.Select(static e => $"{e.Name} {string.Join(' ', e.Tags)}"),
        ]);
}
