namespace Voucherify.Loyalties.ClientOptions;

/// <summary>The defaults of <see cref="OrderingOptions"/>.</summary>
internal static class OrderingDefaults
{
    public static readonly TimeSpan SettleDelay = TimeSpan.FromSeconds(2);

    public static readonly TimeSpan MaxQueueWait = TimeSpan.FromSeconds(60);
}
