using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Voucherify.Loyalties.Tests.Telemetry;

/// <summary>The telemetry of this package, exported by OpenTelemetry as a program would set it up.</summary>
internal sealed class ExportedTelemetry : IDisposable
{
    private readonly List<Activity> _spans = [];
    private readonly List<Metric> _metrics = [];
    private readonly TracerProvider _tracer;
    private readonly MeterProvider _meter;

    public ExportedTelemetry()
    {
        _tracer = Sdk.CreateTracerProviderBuilder().AddSource(LoyaltyTelemetry.ActivitySourceName).AddInMemoryExporter(_spans).Build();
        _meter = Sdk.CreateMeterProviderBuilder().AddMeter(LoyaltyTelemetry.MeterName).AddInMemoryExporter(_metrics).Build();
    }

    public IReadOnlyList<Activity> Spans
    {
        get
        {
            _tracer.ForceFlush();
            return _spans;
        }
    }

    /// <summary>Returns every measurement, as <c>name unit value-or-count tag=value ...</c>.</summary>
    public IReadOnlyList<string> Measurements()
    {
        _meter.ForceFlush();
        var lines = new List<string>();
        foreach (var metric in _metrics)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                lines.Add(Line(metric, point));
            }
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    /// <summary>Returns the upper bounds of a histogram's buckets, except the last one, which has none.</summary>
    public IReadOnlyList<double> Buckets(string name)
    {
        _meter.ForceFlush();
        var bounds = new List<double>();
        foreach (ref readonly var point in _metrics.First(metric => metric.Name == name).GetMetricPoints())
        {
            foreach (var bucket in point.GetHistogramBuckets())
            {
                bounds.Add(bucket.ExplicitBound);
            }
        }

        return [.. bounds.Where(double.IsFinite)];
    }

    /// <summary>Returns all text in the exported telemetry.</summary>
    public string AllText() => string.Join('\n', Spans.SelectMany(TextsOf).Concat(Measurements()));

    public void Dispose()
    {
        _tracer.Dispose();
        _meter.Dispose();
    }

    private static IEnumerable<string> TextsOf(Activity span) =>
    [
        span.DisplayName, span.StatusDescription ?? "", string.Join(' ', span.TagObjects), .. span.Events.Select(static e => e.Name),
    ];

    private static string Line(Metric metric, in MetricPoint point)
    {
        var tags = new List<string>();
        foreach (var tag in point.Tags)
        {
            tags.Add($"{tag.Key}={tag.Value}");
        }

        tags.Sort(StringComparer.Ordinal);
        var value = metric.MetricType switch
        {
            MetricType.Histogram => $"count {point.GetHistogramCount()} sum {point.GetHistogramSum():0.###}",
            MetricType.LongSum => $"{point.GetSumLong()}",
            _ => $"{point.GetGaugeLastValueLong()}",
        };
        return FormattableString.Invariant($"{metric.Name} [{metric.Unit}] {value} | {string.Join(' ', tags)}");
    }
}
