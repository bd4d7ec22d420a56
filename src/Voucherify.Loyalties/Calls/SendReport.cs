namespace Voucherify.Loyalties.Calls;

/// <summary>What the error of an unknown outcome says about the sends.</summary>
/// <param name="Attempts">How many requests the call has sent.</param>
/// <param name="LastSentAt">When the last one was sent, by this machine's clock; null if it is not known.</param>
/// <param name="WindowLeft">How long it can still be applied; zero or less if that time is over.</param>
/// <param name="TransactionId">The transaction that the service has recorded; null if it has named none.</param>
internal sealed record SendReport(int Attempts, DateTimeOffset? LastSentAt, TimeSpan WindowLeft, string? TransactionId = null)
{
    /// <summary>The ids of the transactions that may be the write.</summary>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>How long it can still be applied; zero if that time is over.</summary>
    public TimeSpan WindowLeft { get; } = WindowLeft > TimeSpan.Zero ? WindowLeft : TimeSpan.Zero;
}
