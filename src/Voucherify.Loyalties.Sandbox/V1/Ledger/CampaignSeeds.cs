using Voucherify.Loyalties.Sandbox.Seeds;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Adds campaigns with their earning rules and tiers, as requests would create them, and cards.</summary>
internal static class CampaignSeeds
{
    public static IReadOnlyList<SandboxCampaign> Add(V1Store store, IEnumerable<CampaignSeed> seeds, DateTimeOffset now) =>
        [.. seeds.Select(seed => Add(store, seed, now))];

    public static IReadOnlyList<SandboxCard> Add(V1Store store, IEnumerable<CardSeed> seeds, DateTimeOffset now) =>
        [.. seeds.Select(seed => store.Issuer.Add(seed.Card, now).ToSnapshot())];

    private static SandboxCampaign Add(V1Store store, CampaignSeed seed, DateTimeOffset now)
    {
        var added = store.Registry.Add(seed.Name, seed.Id, seed.ExpiresAfterMonths, now);
        var campaign = store.Registry.FindCampaign(added.Id)!;
        campaign.EarningRules.AddRange(seed.Rules.Select(rule => RuleSeeds.Create(store.Ids, rule, now)));
        campaign.Tiers.AddRange(seed.Tiers.Select(tier => new Tier(store.Ids.NextTierId(), tier.Name, tier.From, tier.To, now)));
        return added;
    }
}
