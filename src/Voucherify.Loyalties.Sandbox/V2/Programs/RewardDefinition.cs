namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>Something that members buy with points.</summary>
internal sealed class RewardDefinition(string id, string name, DateTimeOffset createdAt)
    : ConfigResource(ResourceKinds.Reward, id, name, createdAt);
