namespace Voucherify.Loyalties;

/// <summary>
/// Voucherify's Loyalties API, one property a resource. Each property is an interface, so that a test can put a fake in its place.
/// </summary>
public partial interface ILoyaltyClient;
