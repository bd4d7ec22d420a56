using System.Runtime.InteropServices;

namespace Voucherify.Loyalties;

/// <summary>What the service has said about the rate of a project's calls, less what this client has sent since.</summary>
/// <param name="Limit">How many calls a period allows; 0 if the service has not said.</param>
/// <param name="Remaining">How many calls are left in the current period.</param>
/// <param name="RenewsIn">The time until the next period begins.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RateLimitStatus(long Limit, long Remaining, TimeSpan RenewsIn);
