namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A write whose outcome callers may follow. <see cref="UnsettledWrites"/> guards its state.</summary>
internal sealed class UnsettledWrite(WriteKey key)
{
    public WriteKey Key { get; } = key;

    /// <summary>How many calls with the id are under way and will tell how they end.</summary>
    public int Calls { get; set; }

    /// <summary>The search that continues when no such call is under way; null if there is nothing to search for.</summary>
    public IBackgroundSearch? Search { get; set; }

    /// <summary>Stops the search that is running; null if none is.</summary>
    public CancellationTokenSource? Running { get; set; }

    /// <summary>The outcome, once the client has ended its search.</summary>
    public WriteOutcome? Outcome { get; set; }

    /// <summary>When it ended, by the monotonic clock.</summary>
    public long SettledAt { get; set; }

    /// <summary>Those who wait for the outcome.</summary>
    public List<TaskCompletionSource> Waiting { get; } = [];
}
