namespace Voucherify.Loyalties;

/// <summary>
/// The Voucherify Loyalties API, with one property per resource. Each property is an interface, so that a test can replace it with a fake.
/// </summary>
public partial interface ILoyaltyClient;
