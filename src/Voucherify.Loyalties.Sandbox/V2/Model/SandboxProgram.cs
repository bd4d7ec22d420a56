namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>A loyalty program of the v2 API that is ready for use.</summary>
public sealed record SandboxProgram
{
    /// <summary>The id, <c>lprg_...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The id of the definition of the card that each member gets, <c>lcdef_...</c>.</summary>
    public required string CardDefinitionId { get; init; }

    /// <summary>The ids of the rules by which members earn points, <c>lern_...</c>.</summary>
    public required IReadOnlyList<string> EarningRuleIds { get; init; }

    /// <summary>The ids of the rewards, <c>lrew_...</c>.</summary>
    public required IReadOnlyList<string> RewardIds { get; init; }

    /// <summary>The id of the tiers, <c>lts_...</c>, or null if the program has none.</summary>
    public string? TierStructureId { get; init; }

    /// <summary>
    /// The first rule, or an empty string. A program of <see cref="SandboxV2.AddProgram"/> has one, by which paid orders earn points.
    /// </summary>
    public string EarningRuleId => EarningRuleIds is [var first, ..] ? first : "";

    /// <summary>The first reward, or an empty string. A program of <see cref="SandboxV2.AddProgram"/> has one.</summary>
    public string RewardId => RewardIds is [var first, ..] ? first : "";
}
