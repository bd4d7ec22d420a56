namespace Voucherify.Loyalties.Sandbox;

/// <summary>Something that points of a card buy.</summary>
/// <param name="Id">The id, <c>rew_...</c>.</param>
/// <param name="Name">The name.</param>
/// <param name="Points">What it costs.</param>
public sealed record SandboxReward(string Id, string Name, long Points);
