namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>That the sandbox is ready, which it is, and what it has.</summary>
internal sealed record ControlStatus(string Status, string Version, DateTimeOffset Now, int Cards, int Members, int Effects);
