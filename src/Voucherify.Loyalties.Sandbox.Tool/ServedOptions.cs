using System.Net;

namespace Voucherify.Loyalties.Sandbox.Tool;

/// <summary>What a sandbox needs to serve other programs, besides its settings.</summary>
internal sealed record ServedOptions
{
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The seed that the sandbox has from the start and after each reset, as JSON; or null.</summary>
    public string? Seed { get; init; }

    /// <summary>The file that keeps the state over restarts, or null.</summary>
    public string? DataFile { get; init; }

    /// <summary>What opens the control API off loopback. Null on loopback.</summary>
    public string? ControlToken { get; init; }

    /// <summary>Host names by which the control API may be called, besides <c>localhost</c> and IP addresses.</summary>
    public IReadOnlyCollection<string> AllowedHosts { get; init; } = [];
}
