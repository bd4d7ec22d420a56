namespace Voucherify.Loyalties;

/// <summary>Voucherify's Loyalties API.</summary>
public partial interface ILoyaltyClient;
