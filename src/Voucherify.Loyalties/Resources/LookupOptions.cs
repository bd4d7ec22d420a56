namespace Voucherify.Loyalties.Resources;

/// <summary>The options of lookups that send nothing.</summary>
internal static class LookupOptions
{
    /// <summary>Looks up what was sent at any time up to now, and asks only whether it is listed.</summary>
    /// <param name="lookBack">How far back to look; null for the card's first transaction.</param>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public static ResumeOptions LookingBack(TimeSpan? lookBack)
    {
        if (lookBack is { } time)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, nameof(lookBack));
        }

        return new() { Prior = PriorAttempt.MayBeAppliedFor(TimeSpan.Zero, lookBack), OutsideQueue = true, SendOnce = true };
    }
}
