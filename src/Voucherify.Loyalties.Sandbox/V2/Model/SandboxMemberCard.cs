namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>A card of the v2 API as it is at one moment, without what was recorded but is not yet approved.</summary>
public sealed record SandboxMemberCard
{
    /// <summary>The id, <c>lcrd_...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>The id of the member, <c>lmbr_...</c>.</summary>
    public required string MemberId { get; init; }

    /// <summary>The id of the program, <c>lprg_...</c>.</summary>
    public required string ProgramId { get; init; }

    /// <summary>The points that can be spent.</summary>
    public long Balance { get; init; }

    /// <summary>The points that are not active yet.</summary>
    public long PendingPoints { get; init; }

    /// <summary>All points that adjustments have ever added, and the opening balance.</summary>
    public long AddedPoints { get; init; }

    /// <summary>All points that adjustments have ever removed.</summary>
    public long SubtractedPoints { get; init; }

    /// <summary>All points that have ever expired.</summary>
    public long ExpiredPoints { get; init; }

    /// <summary>All points that have ever been spent on rewards and orders.</summary>
    public long SpentPoints { get; init; }

    /// <summary>All earned points that were taken back because their order was canceled.</summary>
    public long RefundedPoints { get; init; }

    /// <summary>All spent points that have ever come back.</summary>
    public long ReturnedPoints { get; init; }
}
