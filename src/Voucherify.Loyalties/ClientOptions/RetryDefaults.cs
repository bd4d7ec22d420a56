namespace Voucherify.Loyalties.ClientOptions;

/// <summary>The defaults of <see cref="RetryOptions"/>.</summary>
internal static class RetryDefaults
{
    public const int MaxRetries = 3;

    public const int MaxAllowedRetries = 20;

    public static readonly TimeSpan BaseDelay = TimeSpan.FromSeconds(0.5);

    public static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan MaxServerDelay = TimeSpan.FromSeconds(30);
}
