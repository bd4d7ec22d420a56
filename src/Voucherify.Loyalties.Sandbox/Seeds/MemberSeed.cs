namespace Voucherify.Loyalties.Sandbox.Seeds;

/// <summary>A member of a program of v2: the caller's id of the customer, and the opening balance of the first card.</summary>
internal sealed record MemberSeed(SeedNode At, string? Customer, long Points)
{
    public static MemberSeed Read(SeedNode node)
    {
        var json = SeedObject.Of(node, "customer", "points");
        return new(json.Find("customer") ?? node, json.FindText("customer"), json.FindNumber("points", least: 0) ?? 0);
    }
}
