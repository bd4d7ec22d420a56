using Voucherify.Loyalties.Sandbox.Seeds;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Checks whether a seed fits what a sandbox has already.</summary>
internal static class SeedCheck
{
    /// <exception cref="SandboxSeedException">Something is there already, or a campaign is missing.</exception>
    public static void Check(V1Store store, SeedDocument seed)
    {
        var keys = seed.Campaigns.SelectMany(static campaign => campaign.Keys).ToList();
        foreach (var (at, key) in keys)
        {
            Refuse(at, key is not null && store.Registry.FindCampaign(key) is not null, "campaign with this name or id");
        }

        foreach (var reward in seed.Rewards)
        {
            Refuse(reward.At, store.Rewards.Find(reward.Reward.Id) is not null, "reward with this id");
        }

        var added = keys.Select(static key => key.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var card in seed.Cards)
        {
            Refuse(card.At, store.Registry.TryFindCard(card.Card.Code, out _), "card with this code");
            if (card is { CampaignAt: { } at, Card.Campaign: { } name } && !added.Contains(name)
                && store.Registry.FindCampaign(name) is null)
            {
                throw at.Problem("There is no campaign with this name or id.");
            }
        }
    }

    private static void Refuse(SeedNode at, bool isThere, string what)
    {
        if (isThere)
        {
            throw at.Problem($"The sandbox has a {what} already.");
        }
    }
}
