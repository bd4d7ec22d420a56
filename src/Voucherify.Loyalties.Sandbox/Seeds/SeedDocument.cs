namespace Voucherify.Loyalties.Sandbox.Seeds;

/// <summary>A seed: what a sandbox has from the start, for both versions of the API.</summary>
internal sealed record SeedDocument(
    IReadOnlyList<CampaignSeed> Campaigns,
    IReadOnlyList<RewardSeed> Rewards,
    IReadOnlyList<CardSeed> Cards,
    IReadOnlyList<ProgramSeed> Programs)
{
    /// <exception cref="SandboxSeedException">The text is not a seed.</exception>
    public static SeedDocument Parse(string json)
    {
        var root = SeedObject.Of(SeedParser.Parse(json), "$schema", "v1", "v2");
        var v1 = root.Find("v1") is { } first ? SeedObject.Of(first, "campaigns", "rewards", "cards") : null;
        var v2 = root.Find("v2") is { } second ? SeedObject.Of(second, "programs") : null;
        var document = new SeedDocument(
            v1?.FindList("campaigns", CampaignSeed.Read) ?? [],
            v1?.FindList("rewards", RewardSeed.Read) ?? [],
            v1?.FindList("cards", CardSeed.Read) ?? [],
            v2?.FindList("programs", ProgramSeed.Read) ?? []);
        document.RefuseRepetitions();
        return document;
    }

    private void RefuseRepetitions()
    {
        RefuseRepetitions(Campaigns.SelectMany(static campaign => campaign.Keys), "campaign with this name or id");
        RefuseRepetitions(Rewards.Select(static reward => (reward.At, (string?)reward.Reward.Id)), "reward with this id");
        RefuseRepetitions(Cards.Select(static card => (card.At, (string?)card.Card.Code)), "card with this code");
        foreach (var program in Programs)
        {
            RefuseRepetitions(program.Members.Select(static member => (member.At, member.Customer)), "member who is this customer");
        }
    }

    private static void RefuseRepetitions(IEnumerable<(SeedNode At, string? Id)> rows, string what)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, id) in rows)
        {
            if (id is not null && !seen.Add(id))
            {
                throw at.Problem($"The seed has another {what} already.");
            }
        }
    }
}
