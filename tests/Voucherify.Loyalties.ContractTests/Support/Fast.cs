namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>
/// Options of a client for a server of the tests: the real clock, and waits of a millisecond between attempts. The timeouts are long,
/// so that a busy machine does not look like a fault.
/// </summary>
internal static class Fast
{
    public const string AppId = "app-id";

    public const string AppToken = "app-token";

    private static readonly TimeSpan Later = TimeSpan.FromHours(1);

    public static LoyaltyClientOptions Options(Uri address, Action<LoyaltyClientOptions>? configure = null)
    {
        var options = new LoyaltyClientOptions
        {
            Cluster = VoucherifyCluster.Dedicated(address),
            Credentials = LoyaltyCredentials.ApiKey(AppId, AppToken),
            AttemptTimeout = TimeSpan.FromMinutes(1),
            TotalTimeout = TimeSpan.FromMinutes(2),
            Retry = { BaseDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(2) },
            Ordering = { SettleDelay = TimeSpan.Zero },

            // An unknown outcome is looked for once: the second look would come after the total timeout.
            Reconciliation = { ServiceErrorWindow = Later, NoAnswerWindow = Later, BaseDelay = Later, MaxDelay = Later },
        };
        configure?.Invoke(options);
        return options;
    }
}
