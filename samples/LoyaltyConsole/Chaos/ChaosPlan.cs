using System.Globalization;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole.Chaos;

/// <summary>The adjustments that both clients make, and the faults that both meet.</summary>
internal sealed record ChaosPlan(int Adjustments, int Seed, int Cards)
{
    public const int Points = 100;

    /// <summary>The number of adjustments that run at a time.</summary>
    public const int Callers = 16;

    /// <summary>The probability that a request takes effect and its response fails, over all kinds of faults.</summary>
    public const double FailuresAfterEffect = 0.20;

    /// <summary>The probability that a request fails without effect, over all kinds of faults.</summary>
    public const double FailuresBeforeEffect = 0.10;

    /// <summary>
    /// The factor for the probabilities that this package faces. It repeats fewer writes than a naive client, so with the same
    /// probabilities its adjustments would meet fewer faults.
    /// </summary>
    public const double Handicap = 1.5;

    private static readonly SandboxFault[] FaultsAfterEffect =
        [SandboxFault.LoseResponse, SandboxFault.ServerErrorAfter, SandboxFault.GatewayErrorAfter, SandboxFault.Truncate];

    private static readonly SandboxFault[] FaultsBeforeEffect =
        [SandboxFault.LoseRequest, SandboxFault.ServerErrorBefore, SandboxFault.GatewayErrorBefore];

    /// <summary>The factor for the probabilities of all faults. Default: 1.</summary>
    public double Severity { get; init; } = 1;

    /// <summary>Whether the adjustments use version 2 of the API. Default: false.</summary>
    public bool IsV2 { get; init; }

    /// <summary>Starts a sandbox with the faults, and with an empty journal.</summary>
    public Task<LoyaltySandbox> StartSandboxAsync(CancellationToken cancellationToken) =>
        LoyaltySandbox.StartAsync(new LoyaltySandboxOptions { Seed = Seed, Faults = Faults() }, cancellationToken);

    /// <summary>Adds the cards to a sandbox.</summary>
    /// <returns>The adjustments, spread over the cards, each with its own source_id.</returns>
    public IEnumerable<ChaosAdjustment> AddCards(LoyaltySandbox sandbox)
    {
        (string Code, CardIds? Ids)[] cards = [.. IsV2 ? AddMembers(sandbox) : AddV1Cards(sandbox)];
        return Enumerable.Range(0, Adjustments).Select(number =>
        {
            var (code, ids) = cards[number % Cards];
            return new ChaosAdjustment(code, $"order-{number.ToString("D6", CultureInfo.InvariantCulture)}", ids);
        });
    }

    private IEnumerable<(string Code, CardIds? Ids)> AddV1Cards(LoyaltySandbox sandbox)
    {
        for (var number = 0; number < Cards; number++)
        {
            yield return (sandbox.V1.AddCard($"CARD-{number.ToString(CultureInfo.InvariantCulture)}").Code, null);
        }
    }

    private IEnumerable<(string Code, CardIds? Ids)> AddMembers(LoyaltySandbox sandbox)
    {
        var program = sandbox.V2.AddProgram();
        for (var number = 0; number < Cards; number++)
        {
            var member = sandbox.V2.AddMember(program.Id);
            yield return (member.CardId, new CardIds(program.Id, member.Id, member.CardId));
        }
    }

    // Reads fail too, because this package depends on them.
    private SandboxFaults Faults()
    {
        var faults = new SandboxFaults { Seed = Seed, AppliesTo = SandboxFaultTargets.Writes | SandboxFaultTargets.Reads };
        Spread(faults, FaultsAfterEffect, FailuresAfterEffect * Severity);
        Spread(faults, FaultsBeforeEffect, FailuresBeforeEffect * Severity);
        return faults;
    }

    private static void Spread(SandboxFaults faults, SandboxFault[] kinds, double probability)
    {
        foreach (var kind in kinds)
        {
            faults[kind] = probability / kinds.Length;
        }
    }
}
