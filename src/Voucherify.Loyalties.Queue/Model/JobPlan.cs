namespace Voucherify.Loyalties.Queue;

/// <summary>What a job would cost.</summary>
public sealed record JobPlan
{
    /// <summary>How many items it has.</summary>
    public long Items { get; init; }

    /// <summary>How many cards, or members in version 2.</summary>
    public long Cards { get; init; }

    /// <summary>The most items of one card.</summary>
    public long LongestCard { get; init; }

    /// <summary>How many points it adds, less those that it removes.</summary>
    public long Points { get; init; }

    /// <summary>About how many calls it takes: sends, lists, and what losses of half a percent add.</summary>
    public long Calls { get; init; }

    /// <summary>About how long it takes. Null while the rate of the service is not known and no limit is set.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>What limits the time: <c>rate</c> or <c>longest card</c>; null if <see cref="Duration"/> is null.</summary>
    public string? Bound { get; init; }

    /// <summary>The share of the calls of <see cref="AdjustmentQueueOptions.MaxCallsPerCycle"/>; null without that limit.</summary>
    public double? ShareOfCycle { get; init; }
}
