namespace Voucherify.Loyalties.Sandbox.Programs;

/// <summary>Something that lists can be sorted by time.</summary>
internal interface IDated
{
    DateTimeOffset CreatedAt { get; }

    DateTimeOffset? UpdatedAt { get; }
}
