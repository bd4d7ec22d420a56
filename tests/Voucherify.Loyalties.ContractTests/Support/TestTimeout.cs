namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>The time limit of tests that wait for a signal or a clock. It is far longer than any test needs.</summary>
internal static class TestTimeout
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Creates a source that is cancelled with the test run, or when the limit has passed.</summary>
    public static CancellationTokenSource Source()
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        source.CancelAfter(Limit);
        return source;
    }
}
