namespace Voucherify.Loyalties.Sandbox;

/// <summary>Points that an order earned and that become usable on a later day.</summary>
/// <param name="Id">The id, <c>lopp_...</c>.</param>
/// <param name="CardCode">The card.</param>
/// <param name="Points">How many.</param>
/// <param name="ActivatesOn">The day at whose first moment they become usable, in the project's time zone.</param>
/// <param name="OrderId">The order that earned them, <c>ord_...</c>.</param>
/// <param name="Status">What became of them.</param>
public sealed record SandboxPendingPoints(
    string Id,
    string CardCode,
    long Points,
    DateOnly ActivatesOn,
    string OrderId,
    SandboxPendingPointsStatus Status);
