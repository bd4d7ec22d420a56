using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>What has become of a write whose outcome was unknown.</summary>
public sealed record WriteOutcome
{
    internal static readonly WriteOutcome Unknown = new();

    internal static readonly WriteOutcome NotApplied = new() { Kind = WriteOutcomeKind.NotApplied };

    /// <summary>Whether it was applied, not applied, or is still unknown. Default: <see cref="WriteOutcomeKind.Unknown"/>.</summary>
    public WriteOutcomeKind Kind { get; init; }

    /// <summary>The result of an adjustment that was applied; null for a transfer and for the other outcomes.</summary>
    public BalanceResult? Result { get; init; }

    /// <summary>The transaction that has the id instead. Another caller of the id may have asked for exactly that one.</summary>
    internal LoyaltyTransaction? Existing { get; init; }

    internal static WriteOutcome Conflict(LoyaltyTransaction? existing) => NotApplied with { Existing = existing };

    internal static WriteOutcome Applied(BalanceResult? result) => new() { Kind = WriteOutcomeKind.Applied, Result = result };
}
