namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>A reward of the project.</summary>
internal sealed record StoredReward(SandboxReward Reward, DateTimeOffset CreatedAt)
{
    public string Id => Reward.Id;

    public string Name => Reward.Name;
}
