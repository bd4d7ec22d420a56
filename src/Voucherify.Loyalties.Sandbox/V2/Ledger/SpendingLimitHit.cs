namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A limit of spending that a transaction would exceed.</summary>
/// <param name="Type">The type of the limit.</param>
/// <param name="Limit">The limit.</param>
/// <param name="Spendings">The points that count already, or null if the limit is for each transaction.</param>
internal sealed record SpendingLimitHit(string Type, long Limit, long? Spendings);
