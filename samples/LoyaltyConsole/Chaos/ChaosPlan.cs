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

    private static readonly SandboxFault[] After =
        [SandboxFault.LoseReply, SandboxFault.ServerErrorAfter, SandboxFault.GatewayErrorAfter, SandboxFault.Truncate];

    private static readonly SandboxFault[] Before =
        [SandboxFault.LoseRequest, SandboxFault.ServerErrorBefore, SandboxFault.GatewayErrorBefore];

    /// <summary>The adjustments, spread over the cards, each with a source_id of its own.</summary>
    public IEnumerable<ChaosAdjustment> All => Enumerable.Range(0, Adjustments)
        .Select(number => new ChaosAdjustment(Card(number % Cards), $"order-{number.ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>Starts a sandbox with the cards and the faults, and nothing in its journal.</summary>
    public async Task<LoyaltySandbox> StartSandboxAsync(CancellationToken cancellationToken)
    {
        var sandbox = await LoyaltySandbox.StartAsync(new LoyaltySandboxOptions { Seed = Seed, Faults = Faults() }, cancellationToken);
        for (var number = 0; number < Cards; number++)
        {
            sandbox.AddCard(Card(number));
        }

        return sandbox;
    }

    // Reads are struck as well. A careful client repeats fewer writes, so on writes alone it would meet fewer faults than a naive one.
    private SandboxFaults Faults()
    {
        var faults = new SandboxFaults { Seed = Seed, AppliesTo = SandboxFaultTargets.Writes | SandboxFaultTargets.Reads };
        Spread(faults, After, AfterTheEffect);
        Spread(faults, Before, BeforeTheEffect);
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

/// <summary>One adjustment of <see cref="ChaosPlan.Points"/> points.</summary>
internal sealed record ChaosAdjustment(string Card, string SourceId);
