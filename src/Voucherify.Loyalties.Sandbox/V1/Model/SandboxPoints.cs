namespace Voucherify.Loyalties.Sandbox;

/// <summary>Points that a card has from the start: they become one expiration bucket.</summary>
/// <param name="Points">How many, at least 0.</param>
/// <param name="ExpiresOn">The last day they can be used, in the project's time zone; null if they never expire.</param>
public sealed record SandboxPoints(long Points, DateOnly? ExpiresOn = null);
