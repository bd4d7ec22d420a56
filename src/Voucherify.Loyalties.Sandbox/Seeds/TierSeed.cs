namespace Voucherify.Loyalties.Sandbox.Seeds;

/// <summary>A tier of a program.</summary>
/// <param name="Name">The name.</param>
/// <param name="From">The fewest points of the tier.</param>
/// <param name="To">The most points of the tier, or null.</param>
internal sealed record TierSeed(string Name, long From, long? To)
{
    public static TierSeed Read(SeedNode node)
    {
        var json = SeedObject.Of(node, "name", "from", "to");
        var tier = new TierSeed(json.Text("name"), json.Number("from", least: 0), json.FindNumber("to", least: 0));
        return tier.To < tier.From ? throw json.Require("to").Problem("The tier must not end before it begins.") : tier;
    }
}
