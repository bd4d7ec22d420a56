namespace Voucherify.Loyalties.Sandbox;

/// <summary>Points of a card that were added together and expire together.</summary>
/// <param name="Id">The id, <c>lopb_...</c>.</param>
/// <param name="Points">How many are left.</param>
/// <param name="ExpiresAt">The last day they can be used; null if they never expire.</param>
/// <param name="CreatedAt">When they were added.</param>
public sealed record SandboxBucket(string Id, long Points, DateOnly? ExpiresAt, DateTimeOffset CreatedAt);
