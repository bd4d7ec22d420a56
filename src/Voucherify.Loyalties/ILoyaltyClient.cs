namespace Voucherify.Loyalties;

/// <summary>
/// The Voucherify Loyalties API, with one property per resource. Each property is an interface, so that a test can replace it with a fake.
/// </summary>
public partial interface ILoyaltyClient
{
    /// <summary>
    /// What the service has said about the rate of this project's calls; null until a response has told it, and again when its period has
    /// ended. It is shared by all programs with the same project, so a client knows it only as of its last response.
    /// </summary>
    RateLimitStatus? RateLimit { get; }

    /// <summary>The client's times, for a program that decides itself what to send again.</summary>
    LoyaltyTimes Times { get; }
}
