namespace Voucherify.Loyalties.Sandbox.Seeds;

/// <summary>An earning rule: points for each event, or for each full amount of a paid order.</summary>
/// <param name="Name">The name.</param>
/// <param name="Points">The points.</param>
/// <param name="Every">The amount for which the points are, in minor currency units; null if they are for the event.</param>
/// <param name="Event">The custom event, or null for paid orders. Only v2 has custom events.</param>
internal sealed record RuleSeed(string Name, long Points, long? Every = null, string? Event = null)
{
    public static RuleSeed ReadV1(SeedNode node) => Read(SeedObject.Of(node, "name", "points", "every"));

    public static RuleSeed ReadV2(SeedNode node)
    {
        var json = SeedObject.Of(node, "name", "points", "every", "event");
        return json.Find("event") is { } trigger && json.Find("every") is not null
            ? throw trigger.Problem("A custom event has no amount, so the rule can have only one of 'event' and 'every'.")
            : Read(json) with { Event = json.FindText("event") };
    }

    private static RuleSeed Read(SeedObject json) =>
        new(json.Text("name"), json.Number("points", least: 1), json.FindNumber("every", least: 1));
}
