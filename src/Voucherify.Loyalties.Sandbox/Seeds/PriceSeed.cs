namespace Voucherify.Loyalties.Sandbox.Seeds;

/// <summary>A reward of v2 with its price and its stock; a stock that is null never runs out.</summary>
internal sealed record PriceSeed(string Name, long Points, long? Stock)
{
    public static PriceSeed Read(SeedNode node)
    {
        var json = SeedObject.Of(node, "name", "points", "stock");
        return new(json.Text("name"), json.Number("points", least: 1), json.FindNumber("stock", least: 0));
    }
}
