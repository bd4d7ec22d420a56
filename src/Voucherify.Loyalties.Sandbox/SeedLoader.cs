using Voucherify.Loyalties.Sandbox.Seeds;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox;

/// <summary>Adds a seed to a sandbox, once it is certain that all of it fits.</summary>
internal static class SeedLoader
{
    /// <summary>Adds a seed.</summary>
    /// <param name="parts">The sandbox.</param>
    /// <param name="json">The seed.</param>
    /// <param name="added">Is told when the seed was added, before anything else happens.</param>
    /// <exception cref="SandboxSeedException">The seed is invalid, or does not fit. Nothing was added.</exception>
    public static SandboxSeedResult Load(SandboxComposition parts, string json, Action<DateTimeOffset>? added = null)
    {
        var seed = SeedDocument.Parse(json);
        return parts.Engine.Run(now =>
        {
            var result = Load(parts.Ledgers, seed, now);
            added?.Invoke(now);
            return result;
        });
    }

    private static SandboxSeedResult Load(SandboxLedgers ledgers, SeedDocument seed, DateTimeOffset now)
    {
        SeedCheck.Check(ledgers.V1, seed);
        foreach (var reward in seed.Rewards)
        {
            ledgers.V1.Rewards.Add(reward.Reward, now);
        }

        var campaigns = CampaignSeeds.Add(ledgers.V1, seed.Campaigns, now);
        var cards = CampaignSeeds.Add(ledgers.V1, seed.Cards, now);
        var (programs, members) = ProgramSeeds.Add(ledgers.V2, seed.Programs, now);
        return new SandboxSeedResult
        {
            Campaigns = campaigns,
            Rewards = [.. seed.Rewards.Select(static reward => reward.Reward)],
            Cards = cards,
            Programs = programs,
            Members = members,
        };
    }
}
