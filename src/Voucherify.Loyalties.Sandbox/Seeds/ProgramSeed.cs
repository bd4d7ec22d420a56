namespace Voucherify.Loyalties.Sandbox.Seeds;

/// <summary>A program of v2 that is ready for use.</summary>
internal sealed record ProgramSeed
{
    /// <summary>What the reward of a program costs that names none of its own.</summary>
    public const long UsualPrice = 100;

    public required string Name { get; init; }

    public int? ExpiresAfterMonths { get; init; }

    /// <summary>Null for the usual one: a point for each 100 of the amount, such as a point for each dollar.</summary>
    public IReadOnlyList<RuleSeed>? Rules { get; init; }

    /// <summary>Null for the usual one, which costs 100 points.</summary>
    public IReadOnlyList<PriceSeed>? Rewards { get; init; }

    public IReadOnlyList<TierSeed> Tiers { get; init; } = [];

    public IReadOnlyList<MemberSeed> Members { get; init; } = [];

    public static ProgramSeed Read(SeedNode node)
    {
        var json = SeedObject.Of(node, "name", "points_expire_after_months", "earning_rules", "rewards", "tiers", "members");
        return new()
        {
            Name = json.Text("name"),
            ExpiresAfterMonths = SeedMonths.Find(json),
            Rules = json.FindList("earning_rules", RuleSeed.ReadV2),
            Rewards = json.FindList("rewards", PriceSeed.Read),
            Tiers = json.FindList("tiers", TierSeed.Read) ?? [],
            Members = json.FindList("members", MemberSeed.Read) ?? [],
        };
    }
}
