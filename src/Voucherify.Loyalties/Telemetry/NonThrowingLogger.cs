using Microsoft.Extensions.Logging;

namespace Voucherify.Loyalties.Telemetry;

/// <summary>
/// A logger that swallows the exceptions of log providers. Such an exception must never replace the error that reports an unknown outcome
/// to the caller.
/// </summary>
internal sealed class NonThrowingLogger(ILogger inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => inner.BeginScope(state);

    public bool IsEnabled(LogLevel logLevel) => inner.IsEnabled(logLevel);

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        SafeInvoke.Run((inner, logLevel, eventId, state, exception, formatter), static entry =>
            entry.inner.Log(entry.logLevel, entry.eventId, entry.state, entry.exception, entry.formatter));
}
