namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The limit of a request to pay an order.</summary>
/// <param name="Unit"><c>POINTS</c> or <c>AMOUNT</c>.</param>
/// <param name="Max">The limit.</param>
internal sealed record PaymentLimit(string Unit, long Max);
