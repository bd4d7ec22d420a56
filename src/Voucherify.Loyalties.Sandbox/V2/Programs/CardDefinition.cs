using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>What the cards of a program have in common.</summary>
internal sealed class CardDefinition(string id, string name, DateTimeOffset createdAt)
    : ConfigResource(ResourceKinds.CardDefinition, id, name, createdAt)
{
    /// <summary>Whether an adjustment may make a balance negative.</summary>
    public bool AllowsNegative =>
        Properties.FindObject("balance_settings") is { } settings && JsonBody.FindBoolean(settings, "allow_negative") == true;

    /// <summary>When added points expire.</summary>
    public PointsExpiration Expiration => PointsExpiration.Of(Properties.FindObject("points_expiration"));

    /// <summary>What becomes of points when an order is canceled.</summary>
    public OrderRefundPolicy OrderRefunds => OrderRefundPolicy.Of(Properties.FindObject("refunds"));

    /// <summary>When earned points become active.</summary>
    public PointsActivation Activation => PointsActivation.Of(Properties.FindObject("pending_points"));
}
