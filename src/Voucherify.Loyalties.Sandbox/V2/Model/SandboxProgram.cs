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

    /// <summary>The id of the rule by which paid orders earn points, <c>lern_...</c>.</summary>
    public required string EarningRuleId { get; init; }

    /// <summary>The id of the reward, <c>lrew_...</c>.</summary>
    public required string RewardId { get; init; }
}
