namespace Voucherify.Loyalties.ClientOptions;

/// <summary>The defaults of <see cref="LoyaltyClientOptions"/> and the fixed values of every request.</summary>
internal static class LoyaltyClientDefaults
{
    public const string HttpClientName = "Voucherify.Loyalties";

    /// <summary>Pins the behaviour of the service to the version that our document describes.</summary>
    public const string ApiVersion = "v2018-08-01";

    /// <summary>No list page of the API comes close to it.</summary>
    public const int MaxResponseBytes = 10 * 1024 * 1024;

    /// <summary>A lower limit would refuse ordinary pages.</summary>
    public const int MinResponseLimit = 64 * 1024;

    /// <summary>Fits into one array with room to spare.</summary>
    public const int MaxResponseLimit = 1024 * 1024 * 1024;

    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(60);

    /// <summary>A day: well within what .NET's timers accept without overflow.</summary>
    public static readonly TimeSpan LongestTimeout = TimeSpan.FromDays(1);

    /// <summary>How long a connection is reused. A new one then uses the current addresses of the host.</summary>
    public static readonly TimeSpan PooledConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>Less than the 60 seconds after which many load balancers close an idle connection.</summary>
    public static readonly TimeSpan PooledConnectionIdleTimeout = TimeSpan.FromSeconds(50);

    /// <summary>.NET looks for idle connections once a second at most, so it could not keep a shorter time.</summary>
    public static readonly TimeSpan MinIdleTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The version of this package.</summary>
    public static string? Version { get; } = typeof(LoyaltyClientDefaults).Assembly.GetName().Version?.ToString(3);

    public static string UserAgent { get; } = $"Voucherify.Loyalties/{Version} .NET/{Environment.Version.ToString(2)}";
}
