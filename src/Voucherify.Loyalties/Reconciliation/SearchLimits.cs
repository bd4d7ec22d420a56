namespace Voucherify.Loyalties.Reconciliation;

/// <summary>How long a search goes on.</summary>
/// <param name="TimeLeft">Returns what is left of the call's time.</param>
/// <param name="Patience">Returns how long the caller still waits for the outcome.</param>
/// <param name="LookupTime">Returns the time for one lookup.</param>
internal sealed record SearchLimits(Func<TimeSpan> TimeLeft, Func<TimeSpan> Patience, Func<TimeSpan> LookupTime)
{
    /// <summary>How long a search in the background goes on after the window, if each of its lookups fails.</summary>
    private static readonly TimeSpan AfterWindow = TimeSpan.FromHours(1);

    /// <summary>Whether nothing waits for the search.</summary>
    public bool IsInBackground { get; private init; }

    /// <summary>Creates the limits of a search that nothing waits for.</summary>
    /// <param name="options">The windows.</param>
    /// <param name="time">The clock.</param>
    /// <param name="lookupTime">The time for one lookup.</param>
    public static SearchLimits Background(ReconciliationOptions options, TimeProvider time, TimeSpan lookupTime)
    {
        var began = time.GetTimestamp();
        var longest = options.NoAnswerWindow + AfterWindow;
        return new(() => longest - time.GetElapsedTime(began), static () => TimeSpan.MaxValue, () => lookupTime) { IsInBackground = true };
    }
}
