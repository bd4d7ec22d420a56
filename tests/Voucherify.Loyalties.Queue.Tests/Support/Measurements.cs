using System.Diagnostics.Metrics;
using Voucherify.Loyalties.Queue.Sending;

namespace Voucherify.Loyalties.Queue.Tests.Support;

/// <summary>What the instruments of one queue have measured.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly List<(string Name, double Value)> _values = [];
    private readonly MeterListener _listener = new();

    public Measurements(QueueMetrics metrics)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == metrics)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The sum of a counter, with the value of its tag after a colon.</summary>
    public double Sum(string name) => All(name).Sum();

    /// <summary>All values of an instrument.</summary>
    public IReadOnlyList<double> All(string name)
    {
        lock (_values)
        {
            return [.. _values.Where(value => value.Name == name).Select(static value => value.Value)];
        }
    }

    /// <summary>What a gauge tells now; null if it tells nothing.</summary>
    public double? Gauge(string name)
    {
        lock (_values)
        {
            _values.Clear();
        }

        _listener.RecordObservableInstruments();
        return All(name) is [.., var last] ? last : null;
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = instrument.Name["voucherify.loyalties.queue.".Length..];
        lock (_values)
        {
            _values.Add((tags.Length == 0 ? name : $"{name}:{tags[0].Value}", value));
        }
    }
}
