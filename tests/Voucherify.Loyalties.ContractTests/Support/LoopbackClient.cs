namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>
/// Clients for a server of the tests: the real clock, and a millisecond between attempts. The timeouts are long, so that a busy machine
/// is not mistaken for a fault.
/// </summary>
internal static class LoopbackClient
{
    private static readonly TimeSpan Later = TimeSpan.FromHours(1);

    public static TestClientBuilder For(Uri address) => new TestClientBuilder().Configure(options => Configure(options, address));

    /// <summary>Sets the options of such a client.</summary>
    public static void Configure(LoyaltyClientOptions options, Uri address)
    {
        options.Cluster = VoucherifyCluster.Dedicated(address);
        options.Credentials = TestClientBuilder.Key;
        options.AttemptTimeout = TimeSpan.FromMinutes(1);
        options.TotalTimeout = TimeSpan.FromMinutes(2);
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(2);
        options.Ordering.SettleDelay = TimeSpan.Zero;

        // An unknown outcome ends the call: the first lookup would come after the total timeout.
        options.Reconciliation.ServiceErrorWindow = Later;
        options.Reconciliation.NoAnswerWindow = Later;
        options.Reconciliation.OutcomeTimeout = Timeout.InfiniteTimeSpan;
        options.Reconciliation.BaseDelay = Later;
        options.Reconciliation.MaxDelay = Later;
    }
}
