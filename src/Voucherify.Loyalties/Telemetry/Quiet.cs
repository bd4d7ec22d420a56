namespace Voucherify.Loyalties.Telemetry;

/// <summary>Runs code of the user's that only looks on: log providers, listeners of measurements and spans.</summary>
internal static class Quiet
{
    public static void Run<TState>(TState state, Action<TState> action)
    {
        try
        {
            action(state);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // Whoever looks on has no say in what becomes of a call.
        }
    }
}
