using Voucherify.Loyalties.Sandbox.V1;

namespace Voucherify.Loyalties.Sandbox.Seeds;

/// <summary>A card of v1.</summary>
/// <param name="At">Its code.</param>
/// <param name="CampaignAt">The name of its campaign, or null.</param>
/// <param name="Card">The card.</param>
internal sealed record CardSeed(SeedNode At, SeedNode? CampaignAt, SandboxCardSeed Card)
{
    public static CardSeed Read(SeedNode node)
    {
        var json = SeedObject.Of(node, "code", "campaign", "points", "expires_on", "has_holder");
        var (points, expires) = (json.FindNumber("points", least: 0) ?? 0, json.FindDay("expires_on"));
        return new(
            json.Require("code"),
            json.Find("campaign"),
            new SandboxCardSeed
            {
                Code = json.Text("code"),
                Campaign = json.FindText("campaign"),
                Points = points == 0 ? [] : [new SandboxPoints(points, expires)],
                HasHolder = json.FindFlag("has_holder") ?? true,
            });
    }
}
