namespace Voucherify.Loyalties.Sandbox.Tool;

/// <summary>Makes faults of probabilities, which a command line or a request names.</summary>
internal static class FaultProbabilities
{
    /// <summary>Sets a probability.</summary>
    /// <param name="faults">The faults.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="probability">The probability, from 0 to 1.</param>
    /// <param name="problemOf">Makes the exception if the probability is not valid, or if all together are more than 1.</param>
    public static void Set(SandboxFaults faults, SandboxFault fault, double probability, Func<string, Exception> problemOf)
    {
        try
        {
            faults[fault] = probability;
        }
        catch (ArgumentException exception)
        {
            throw problemOf(exception.Message.Split(" (Parameter")[0]);
        }
    }
}
