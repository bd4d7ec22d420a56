using System.Globalization;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole.Chaos;

/// <summary>What both clients do, and what happens to both of them.</summary>
internal sealed record ChaosPlan(int Adjustments, int Seed, int Cards)
{
    public const int Points = 100;

    /// <summary>How many adjustments are under way at a time.</summary>
    public const int Callers = 16;

    /// <summary>How likely a request is carried out and its answer spoiled, over all kinds together.</summary>
    public const double AfterTheEffect = 0.20;

    /// <summary>How likely a request fails and is not carried out.</summary>
    public const double BeforeTheEffect = 0.10;

    /// <summary>
    /// How much more often this package is struck: it repeats fewer writes than a naive client, so with the same chances its adjustments would meet fewer faults.
    /// </summary>
    public const double Handicap = 1.5;

    private static readonly SandboxFault[] After =
        [SandboxFault.LoseResponse, SandboxFault.ServerErrorAfter, SandboxFault.GatewayErrorAfter, SandboxFault.Truncate];

    private static readonly SandboxFault[] Before =
        [SandboxFault.LoseRequest, SandboxFault.ServerErrorBefore, SandboxFault.GatewayErrorBefore];

    /// <summary>By how much the chances of all faults are multiplied. Default: 1.</summary>
    public double Severity { get; init; } = 1;

    /// <summary>The adjustments, spread over the cards, each with a source_id of its own.</summary>
    public IEnumerable<ChaosAdjustment> All => Enumerable.Range(0, Adjustments)
        .Select(number => new ChaosAdjustment(Card(number % Cards), $"order-{number.ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>Starts a sandbox with the cards and the faults, and nothing in its journal.</summary>
    public async Task<LoyaltySandbox> StartSandboxAsync(CancellationToken cancellationToken)
    {
        var sandbox = await LoyaltySandbox.StartAsync(new LoyaltySandboxOptions { Seed = Seed, Faults = Faults() }, cancellationToken);
        for (var number = 0; number < Cards; number++)
        {
            sandbox.V1.AddCard(Card(number));
        }

        return sandbox;
    }

    // Reads are struck as well: a careful client lives on them.
    private SandboxFaults Faults()
    {
        var faults = new SandboxFaults { Seed = Seed, AppliesTo = SandboxFaultTargets.Writes | SandboxFaultTargets.Reads };
        Spread(faults, After, AfterTheEffect * Severity);
        Spread(faults, Before, BeforeTheEffect * Severity);
        return faults;
    }

    private static void Spread(SandboxFaults faults, SandboxFault[] kinds, double probability)
    {
        foreach (var kind in kinds)
        {
            faults[kind] = probability / kinds.Length;
        }
    }

    private static string Card(int number) => $"CARD-{number.ToString(CultureInfo.InvariantCulture)}";
}
