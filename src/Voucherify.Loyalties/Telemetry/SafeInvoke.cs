namespace Voucherify.Loyalties.Telemetry;

/// <summary>Runs user code that only observes: log providers, listeners of measurements and spans.</summary>
internal static class SafeInvoke
{
    public static void Run<TState>(TState state, Action<TState> action)
    {
        try
        {
            action(state);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // An observer must never change the outcome of a call.
        }
    }

    /// <summary>Returns what the function returns, or the fallback if it throws.</summary>
    public static TResult Run<TState, TResult>(TState state, Func<TState, TResult> function, TResult fallback)
    {
        try
        {
            return function(state);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return fallback;
        }
    }
}
