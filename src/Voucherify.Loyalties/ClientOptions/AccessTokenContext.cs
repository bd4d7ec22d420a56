namespace Voucherify.Loyalties;

/// <summary>The context in which an access token is requested.</summary>
/// <param name="ForceRenewal">
/// True if the service has just refused the previous token, so that a cached one must not be returned again.
/// </param>
public readonly record struct AccessTokenContext(bool ForceRenewal);
