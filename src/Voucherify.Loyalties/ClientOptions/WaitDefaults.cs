namespace Voucherify.Loyalties.ClientOptions;

/// <summary>The defaults of <see cref="WaitOptions"/>.</summary>
internal static class WaitDefaults
{
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(10);

    public static readonly TimeSpan BaseDelay = TimeSpan.FromSeconds(1);

    public static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(15);
}
