namespace Voucherify.Loyalties.Sandbox.Time;

/// <summary>Something that a list can sort by time.</summary>
internal interface IDated
{
    DateTimeOffset CreatedAt { get; }

    /// <summary>When it was last changed, or null if it never was.</summary>
    DateTimeOffset? UpdatedAt { get; }
}
