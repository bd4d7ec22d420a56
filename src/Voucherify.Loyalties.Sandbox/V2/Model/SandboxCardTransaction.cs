namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>A transaction of a card of the v2 API as it is at one moment, whether lists have it or not.</summary>
public sealed record SandboxCardTransaction
{
    /// <summary>The id, <c>lctx_...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The type, such as <c>ADMIN_CREDIT</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The points, as in lists: negative only for <c>ADMIN_DEBIT</c>.</summary>
    public long Points { get; init; }

    /// <summary><c>PENDING</c>, <c>PROCESSING</c>, <c>APPROVED</c> or <c>REJECTED</c>.</summary>
    public required string Status { get; init; }

    /// <summary>The reason as it is stored, and listed.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason as it was sent.</summary>
    public string? SentReason { get; init; }

    /// <summary>Why it was rejected, such as <c>NOT_ENOUGH_BALANCE</c>, or null.</summary>
    public string? Rejection { get; init; }

    /// <summary>The request that caused it, <c>v-...</c>; null if time did.</summary>
    public string? RequestId { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>When it was approved or rejected, or null.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
