namespace Voucherify.Loyalties.Sandbox.Time;

/// <summary>Something that lists can be sorted by time.</summary>
internal interface IDated
{
    DateTimeOffset CreatedAt { get; }

    DateTimeOffset? UpdatedAt { get; }
}
