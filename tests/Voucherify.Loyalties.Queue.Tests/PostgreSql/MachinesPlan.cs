using Voucherify.Loyalties.Queue.Tests.Kills;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.PostgreSql;

/// <summary>How large a run is.</summary>
internal sealed record MachinesPlan(int Machines, int Cards, int ItemsPerCard)
{
    /// <summary>The window of the workers' client, in seconds.</summary>
    public double Window { get; init; } = 3;

    /// <summary>Whether half of the cards are of version 2.</summary>
    public bool HasVersion2 { get; init; } = true;

    /// <summary>The calls a minute that the service allows.</summary>
    public int RateLimit { get; init; } = 1_000_000;

    public SandboxFaults Faults { get; init; } = KillRun.Losses();

    /// <summary>More arguments of the workers.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];
}
