using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>Records everything that the process logs at any level, traces or measures, with every value and tag.</summary>
internal sealed class OutputRecorder : ILoggerProvider
{
    private readonly TelemetryRecorder _traces = new();

    public ConcurrentQueue<string> Logged { get; } = new();

    public ConcurrentQueue<string> Spans => _traces.Spans;

    public ConcurrentQueue<string> Measurements => _traces.Measurements;

    public IEnumerable<string> All => Logged.Concat(Spans).Concat(Measurements);

    public ILogger CreateLogger(string categoryName) => new Log(this, categoryName);

    public ILoggerFactory Loggers() => LoggerFactory.Create(builder => builder.AddProvider(this).SetMinimumLevel(LogLevel.Trace));

    public void Dispose() => _traces.Dispose();

    private sealed class Log(OutputRecorder recorder, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            recorder.Logged.Enqueue($"{category} scope {Values(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            recorder.Logged.Enqueue($"{category} {eventId.Id} {formatter(state, exception)} {Values(state)} {exception}");

        private static string Values<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> values ? $"{state} {string.Join(' ', values)}" : $"{state}";
    }
}
