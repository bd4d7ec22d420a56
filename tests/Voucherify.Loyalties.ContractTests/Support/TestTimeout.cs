namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>How long a test may take that waits for a signal or for a clock that stands still. Far longer than any needs.</summary>
internal static class TestTimeout
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>Ends with the test run, or when the patience is over.</summary>
    public static CancellationTokenSource Source()
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        source.CancelAfter(Limit);
        return source;
    }
}
