using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Requests;

/// <summary>A request to pay an order.</summary>
/// <param name="CardId">The card that pays.</param>
/// <param name="OrderId">The id of the order, or null.</param>
/// <param name="OrderSourceId">The caller's id of the order, or null.</param>
/// <param name="Limit">The limit, or null.</param>
/// <param name="IsDryRun">Whether nothing is recorded.</param>
internal sealed record PaymentRequest(string CardId, string? OrderId, string? OrderSourceId, PaymentLimit? Limit, bool IsDryRun);
