namespace Voucherify.Loyalties;

/// <summary>A request that is about to be sent, for <see cref="LoyaltyClientOptions.BeforeAttempt"/>.</summary>
/// <param name="OperationName">The operation, such as <c>AdjustBalance</c>.</param>
/// <param name="Number">The number of the request among those of its call, from 1.</param>
public readonly record struct LoyaltyAttempt(string OperationName, int Number);
