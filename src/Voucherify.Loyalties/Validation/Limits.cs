namespace Voucherify.Loyalties.Validation;

/// <summary>Checks numbers against the limits in our OpenAPI document before anything is sent.</summary>
internal static class Limits
{
    /// <exception cref="ArgumentOutOfRangeException">The value is given and outside the limits.</exception>
    public static void Check(long? value, long minimum, long maximum, string name)
    {
        if (value < minimum || value > maximum)
        {
            throw new ArgumentOutOfRangeException(name, value, $"Must be from {minimum} to {maximum}.");
        }
    }
}
