using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>Records every log entry, at all levels.</summary>
internal sealed class RecordingLoggers : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<Entry> _entries = new();

    public IReadOnlyCollection<Entry> Entries => _entries;

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("This factory has one log.");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue(new Entry($"{eventId.Id} {logLevel} {eventId.Name}", $"{formatter(state, exception)} {exception}"));

    public void Dispose()
    {
    }

    /// <summary>An entry.</summary>
    internal sealed record Entry(string Head, string Text);
}
