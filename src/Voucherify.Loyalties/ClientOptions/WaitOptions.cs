using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties;

/// <summary>How long to wait for work that the service does in the background, and how often to look.</summary>
public sealed record WaitOptions
{
    /// <summary>
    /// How long to wait in all, from 0 to a day. Once it has passed, one last look is made. Default: 10 minutes.
    /// <see cref="RequestOptions.Timeout"/> is something else: the time that one look may take.
    /// </summary>
    public TimeSpan Timeout { get; init; } = WaitDefaults.Timeout;

    /// <summary>The wait between the first two looks; it doubles with each further one. Default: 1 second.</summary>
    public TimeSpan BaseDelay { get; init; } = WaitDefaults.BaseDelay;

    /// <summary>The longest wait between two looks, at most a day. Default: 15 seconds.</summary>
    public TimeSpan MaxDelay { get; init; } = WaitDefaults.MaxDelay;

    /// <summary>Throws for times that make no sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A time is out of its range.</exception>
    internal void Check()
    {
        Check(Timeout, TimeSpan.Zero, LoyaltyClientDefaults.LongestTimeout, nameof(Timeout));
        Check(MaxDelay, TimeSpan.FromTicks(1), LoyaltyClientDefaults.LongestTimeout, nameof(MaxDelay));
        Check(BaseDelay, TimeSpan.FromTicks(1), MaxDelay, nameof(BaseDelay));
    }

    private static void Check(TimeSpan value, TimeSpan minimum, TimeSpan maximum, string name)
    {
        if (value < minimum || value > maximum)
        {
            throw new ArgumentOutOfRangeException($"wait.{name}", value, $"Must be {minimum} to {maximum}.");
        }
    }
}
