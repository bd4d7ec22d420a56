namespace Voucherify.Loyalties.Sandbox.Programs;

/// <summary>A reward of the project.</summary>
internal sealed record StoredReward(SandboxReward Reward, DateTimeOffset CreatedAt)
{
    public string Id => Reward.Id;
}
