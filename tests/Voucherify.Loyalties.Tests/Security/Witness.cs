using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>Takes down all that anything in the process logs at any level, traces or measures, with every value and tag.</summary>
internal sealed class Witness : ILoggerProvider
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Witness()
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

    public ConcurrentQueue<string> Logged { get; } = new();

    public ConcurrentQueue<string> Spans { get; } = new();

    public ConcurrentQueue<string> Measurements { get; } = new();

    public IEnumerable<string> All => Logged.Concat(Spans).Concat(Measurements);

    public ILogger CreateLogger(string categoryName) => new Log(this, categoryName);

    public ILoggerFactory Loggers() => LoggerFactory.Create(builder => builder.AddProvider(this).SetMinimumLevel(LogLevel.Trace));

    public void Dispose()
    {
        _meters.RecordObservableInstruments();
        _meters.Dispose();
        _activities.Dispose();
    }

    private void Measured<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) =>
        Measurements.Enqueue($"{instrument.Meter.Name} {instrument.Name} {instrument.Description} {value} {string.Join(' ', tags.ToArray())}");

    private static string TextOf(Activity activity) =>
        $"{activity.Source.Name} {activity.DisplayName} {activity.OperationName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} "
        + $"{string.Join(' ', activity.Baggage)} {string.Join(' ', activity.Events.Select(static e => $"{e.Name} {string.Join(' ', e.Tags)}"))}";

    private sealed class Log(Witness witness, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            witness.Logged.Enqueue($"{category} scope {Values(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            witness.Logged.Enqueue($"{category} {eventId.Id} {formatter(state, exception)} {Values(state)} {exception}");

        private static string Values<TState>(TState state) => state is IEnumerable<KeyValuePair<string, object?>> values ? $"{state} {string.Join(' ', values)}" : $"{state}";
    }
}
