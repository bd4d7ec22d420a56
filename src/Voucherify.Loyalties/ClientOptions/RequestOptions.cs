namespace Voucherify.Loyalties;

/// <summary>What one call does differently from the client's options.</summary>
public sealed record RequestOptions
{
    /// <summary>
    /// The time the whole call may take, with all retries and the waits between them.
    /// Default: <see langword="null"/>, which means <c>LoyaltyClientOptions.TotalTimeout</c>.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Headers to send with each attempt of this call, beside the client's own. Default: none.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}
