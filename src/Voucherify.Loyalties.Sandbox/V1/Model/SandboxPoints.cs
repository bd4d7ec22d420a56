namespace Voucherify.Loyalties.Sandbox.V1;

/// <summary>Points that a card has from the start. They become one expiration bucket.</summary>
/// <param name="Points">How many points, at least 0.</param>
/// <param name="ExpiresOn">The last day on which the points can be used, in the project's time zone; null if they never expire.</param>
public sealed record SandboxPoints(long Points, DateOnly? ExpiresOn = null);
