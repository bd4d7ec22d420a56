using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Sandbox;

/// <summary>What a seed has added, with the ids that the sandbox gave.</summary>
public sealed record SandboxSeedResult
{
    /// <summary>The campaigns of v1, in the order of the seed.</summary>
    public required IReadOnlyList<SandboxCampaign> Campaigns { get; init; }

    /// <summary>The rewards of v1, in the order of the seed.</summary>
    public required IReadOnlyList<SandboxReward> Rewards { get; init; }

    /// <summary>The cards of v1, in the order of the seed.</summary>
    public required IReadOnlyList<SandboxCard> Cards { get; init; }

    /// <summary>The programs of v2, in the order of the seed.</summary>
    public required IReadOnlyList<SandboxProgram> Programs { get; init; }

    /// <summary>The members of all programs of v2, in the order of the seed.</summary>
    public required IReadOnlyList<SandboxMember> Members { get; init; }
}
