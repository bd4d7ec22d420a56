using Voucherify.Loyalties.Sandbox.V1;

namespace Voucherify.Loyalties.Sandbox.Seeds;

/// <summary>A reward of v1.</summary>
internal sealed record RewardSeed(SeedNode At, SandboxReward Reward)
{
    public static RewardSeed Read(SeedNode node)
    {
        var json = SeedObject.Of(node, "id", "name", "points");
        var id = json.Text("id");
        return new(
            json.Require("id"),
            new SandboxReward { Id = id, Name = json.FindText("name") ?? id, Points = json.Number("points", least: 1) });
    }
}
