namespace Voucherify.Loyalties.Queue;

/// <summary>How the queue works. The times of the client (<see cref="LoyaltyTimes"/>) apply in addition.</summary>
public sealed class AdjustmentQueueOptions
{
    /// <summary>How many calls a worker makes at the same time. Default: 16. From 1 to 256.</summary>
    public int MaxConcurrentCalls { get; set; } = 16;

    /// <summary>
    /// How long after a worker has claimed an adjustment it may still send it. A machine that was frozen longer sends nothing. Default: 5
    /// seconds. From 1 second to 1 minute.
    /// </summary>
    public TimeSpan SendWindow { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The time between two readings of a program's list. Default: 30 seconds; 2 seconds while the list is short.</summary>
    public TimeSpan SettleInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How far a reading of a program's list goes behind the last one: rows may be late. Default: 10 seconds.</summary>
    public TimeSpan ListingOverlap { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many calls a minute the worker makes at most. Default: <see langword="null"/>, which means <see cref="RateShare"/> of the limit
    /// that the service names.
    /// </summary>
    public int? MaxCallsPerMinute { get; set; }

    /// <summary>The share of the service's rate limit that the worker uses. Default: 0.8. More than 0, at most 1.</summary>
    public double RateShare { get; set; } = 0.8;

    /// <summary>
    /// How many calls the worker makes until <see cref="CycleEndsAt"/>. The queue pauses before it makes more. Default: no limit.
    /// </summary>
    public long? MaxCallsPerCycle { get; set; }

    /// <summary>When the cycle of <see cref="MaxCallsPerCycle"/> ends; the count begins anew with another value. Default: never.</summary>
    public DateTimeOffset? CycleEndsAt { get; set; }

    /// <summary>How often a worker looks for work that another process has enqueued. Default: 5 seconds.</summary>
    public TimeSpan PollingInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>What becomes of the card of a dead letter. Default: <see cref="AfterDeadLetter.Continue"/>.</summary>
    public AfterDeadLetter AfterDeadLetter { get; set; }

    /// <summary>The key of the registered client that sends. Default: <see langword="null"/>, the client without a key.</summary>
    public string? ClientName { get; set; }

    /// <summary>Whether the worker leaves out the last check before it sends, so that tests can show what it is good for.</summary>
    internal bool SkipsGuard { get; set; }

    /// <summary>Refuses values out of their range.</summary>
    internal void Check()
    {
        Require(MaxConcurrentCalls is >= 1 and <= 256, nameof(MaxConcurrentCalls), "from 1 to 256");
        Require(SendWindow.TotalSeconds is >= 1 and <= 60, nameof(SendWindow), "from 1 second to a minute");
        Require(SettleInterval > TimeSpan.Zero, nameof(SettleInterval), "more than zero");
        Require(ListingOverlap >= TimeSpan.Zero, nameof(ListingOverlap), "not negative");
        Require(MaxCallsPerMinute is null or > 0, nameof(MaxCallsPerMinute), "more than zero");
        Require(RateShare is > 0 and <= 1, nameof(RateShare), "more than 0 and at most 1");
        Require(MaxCallsPerCycle is null or > 0, nameof(MaxCallsPerCycle), "more than zero");
        Require(PollingInterval > TimeSpan.Zero, nameof(PollingInterval), "more than zero");
    }

    private static void Require(bool holds, string option, string rule)
    {
        if (!holds)
        {
            throw new ArgumentException($"AdjustmentQueueOptions.{option} must be {rule}.", option);
        }
    }
}
