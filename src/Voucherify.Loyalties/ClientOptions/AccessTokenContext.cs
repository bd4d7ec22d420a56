namespace Voucherify.Loyalties;

/// <summary>What an access token is asked for.</summary>
/// <param name="ForceRenewal">True when the service has just refused the token given before: a kept one must not be given again.</param>
public readonly record struct AccessTokenContext(bool ForceRenewal);
