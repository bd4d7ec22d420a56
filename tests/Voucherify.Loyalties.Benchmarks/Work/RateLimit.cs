using System.Globalization;

namespace Voucherify.Loyalties.Benchmarks.Work;

/// <summary>The rate limit headers of each response. The limit is out of reach: this package would wait at it.</summary>
internal static class RateLimit
{
    public static IReadOnlyList<KeyValuePair<string, string>> Headers { get; } =
    [
        new("X-Rate-Limit-Limit", "20000000"),
        new("X-Rate-Limit-Remaining", "19999999"),
        new("X-Rate-Limit-Retry", DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
    ];
}
