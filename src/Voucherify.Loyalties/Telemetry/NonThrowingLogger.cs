using Microsoft.Extensions.Logging;

namespace Voucherify.Loyalties.Telemetry;

/// <summary>
/// A logger that swallows the exceptions of log providers. Such an exception must never replace the error that reports an unknown outcome
/// to the caller. A level that cannot be asked for is off, and a scope that cannot be opened is not there.
/// </summary>
internal sealed class NonThrowingLogger(ILogger inner) : ILogger
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull =>
        SafeInvoke.Run((inner, state), static scope => scope.inner.BeginScope(scope.state), fallback: null) is { } opened
            ? new Scope(opened)
            : null;

    public bool IsEnabled(LogLevel logLevel) =>
        SafeInvoke.Run((inner, logLevel), static entry => entry.inner.IsEnabled(entry.logLevel), fallback: false);

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        SafeInvoke.Run((inner, logLevel, eventId, state, exception, formatter), static entry =>
            entry.inner.Log(entry.logLevel, entry.eventId, entry.state, entry.exception, entry.formatter));

    private sealed class Scope(IDisposable inner) : IDisposable
    {
        public void Dispose() => SafeInvoke.Run(inner, static scope => scope.Dispose());
    }
}
