using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties;

/// <summary>How long to wait for a background job of the service, and how often to poll.</summary>
public sealed record WaitOptions
{
    /// <summary>
    /// How long to wait in total, from 0 to a day. When that time has passed, the client polls once more. Default: 10 minutes.
    /// <see cref="RequestOptions.Timeout"/> is different: it limits one poll.
    /// </summary>
    public TimeSpan Timeout { get; init; } = WaitDefaults.Timeout;

    /// <summary>The delay between the first two polls; it doubles with each further one. Default: 1 second.</summary>
    public TimeSpan BaseDelay { get; init; } = WaitDefaults.BaseDelay;

    /// <summary>The longest delay between two polls, at most a day. Default: 15 seconds.</summary>
    public TimeSpan MaxDelay { get; init; } = WaitDefaults.MaxDelay;

    /// <summary>Returns the options, or the defaults, after validating the times.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A time is out of its range.</exception>
    internal static WaitOptions Checked(WaitOptions? wait)
    {
        wait ??= new WaitOptions();
        Check(wait.Timeout, TimeSpan.Zero, LoyaltyClientDefaults.LongestTimeout, nameof(Timeout));
        Check(wait.MaxDelay, TimeSpan.FromTicks(1), LoyaltyClientDefaults.LongestTimeout, nameof(MaxDelay));
        Check(wait.BaseDelay, TimeSpan.FromTicks(1), wait.MaxDelay, nameof(BaseDelay));
        return wait;
    }

    private static void Check(TimeSpan value, TimeSpan minimum, TimeSpan maximum, string name)
    {
        if (value < minimum || value > maximum)
        {
            throw new ArgumentOutOfRangeException($"wait.{name}", value, $"Must be from {minimum} to {maximum}.");
        }
    }
}
