using System.Globalization;

namespace Voucherify.Loyalties.Benchmarks.Work;

/// <summary>The headers of the limit, on every answer of the service. The limit is so high that nobody reaches it, since our client would wait.</summary>
internal static class RateLimit
{
    public static IReadOnlyList<KeyValuePair<string, string>> Headers { get; } =
    [
        new("X-Rate-Limit-Limit", "20000000"),
        new("X-Rate-Limit-Remaining", "19999999"),
        new("X-Rate-Limit-Retry", DateTimeOffset.UtcNow.AddHours(1).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
    ];
}
