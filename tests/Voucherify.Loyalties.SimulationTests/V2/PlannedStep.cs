namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>A step of a journey as it is planned.</summary>
internal sealed record PlannedStep
{
    public required int Number { get; init; }

    public required JourneyStepKind Kind { get; init; }

    /// <summary>The number of the member, from 1.</summary>
    public required int Member { get; init; }

    /// <summary>The number of the order, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>The points of an adjustment, or the limit of a payment.</summary>
    public required long Points { get; init; }

    public required TimeSpan StartsAt { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>When its caller cancels; null for never.</summary>
    public TimeSpan? CancelAfter { get; init; }

    /// <summary>Whether its first call returns when it is recorded.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>How long after an unknown outcome it is resumed; null if it is resumed only in the end.</summary>
    public TimeSpan? ResumeAfter { get; init; }

    /// <summary>
    /// Steps with one name are counted together: the service cannot tell all of them apart. A payment may pay less than its limit.
    /// </summary>
    public string Key => Kind switch
    {
        JourneyStepKind.Adjust => $"adjustment {Number}",
        JourneyStepKind.Pay => $"payment of order {Order} by {Member}",
        JourneyStepKind.Purchase or JourneyStepKind.PurchaseAndRefund => $"purchase by {Member}",
        _ => $"bucket of {Member}: {Kind}",
    };
}
