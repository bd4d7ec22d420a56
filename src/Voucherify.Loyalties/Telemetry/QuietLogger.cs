using Microsoft.Extensions.Logging;

namespace Voucherify.Loyalties.Telemetry;

/// <summary>
/// A log whose failures stay its own: where the outcome of a change is at stake, the exception of a log provider must not take the place
/// of the error that says so.
/// </summary>
internal sealed class QuietLogger(ILogger inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Quiet.Run((inner, logLevel, eventId, state, exception, formatter), static entry =>
            entry.inner.Log(entry.logLevel, entry.eventId, entry.state, entry.exception, entry.formatter));
}
