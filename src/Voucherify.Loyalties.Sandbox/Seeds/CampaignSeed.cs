namespace Voucherify.Loyalties.Sandbox.Seeds;

/// <summary>A campaign of v1.</summary>
internal sealed record CampaignSeed(
    SeedNode At, string Name, string? Id, int? ExpiresAfterMonths, IReadOnlyList<RuleSeed> Rules, IReadOnlyList<TierSeed> Tiers)
{
    /// <summary>By what requests can name the campaign.</summary>
    public IEnumerable<(SeedNode At, string? Key)> Keys => Name == Id ? [(At, Name)] : [(At, Name), (At, Id)];

    public static CampaignSeed Read(SeedNode node)
    {
        var json = SeedObject.Of(node, "name", "id", "points_expire_after_months", "earning_rules", "tiers");
        return new(
            json.Require("name"),
            json.Text("name"),
            json.FindText("id"),
            SeedMonths.Find(json),
            json.FindList("earning_rules", RuleSeed.ReadV1) ?? [],
            json.FindList("tiers", TierSeed.Read) ?? []);
    }
}
