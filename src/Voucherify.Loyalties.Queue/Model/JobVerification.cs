namespace Voucherify.Loyalties.Queue;

/// <summary>The result of comparing a job with the lists of its programs.</summary>
public sealed record JobVerification
{
    /// <summary>How many adjustments are listed once, with their points and in their order.</summary>
    public long Matched { get; init; }

    /// <summary>What differs.</summary>
    public required IReadOnlyList<Difference> Differences { get; init; }

    /// <summary>How many adjustments could not be compared, because they have no program whose list shows them.</summary>
    public long NotCompared { get; init; }

    /// <summary>Whether everything was compared and nothing differs.</summary>
    public bool IsComplete => Differences.Count == 0 && NotCompared == 0;
}
