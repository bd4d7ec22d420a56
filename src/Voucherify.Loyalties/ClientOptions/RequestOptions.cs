namespace Voucherify.Loyalties;

/// <summary>Per-request overrides of the client's options.</summary>
public sealed record RequestOptions
{
    /// <summary>
    /// The time that the whole call may take, with all retries and the delays between them. Default: <see langword="null"/>, which means
    /// <c>LoyaltyClientOptions.TotalTimeout</c>.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>
    /// Headers to send with each attempt of this call, in addition to the client's own. Default: none. Refused are headers that the client
    /// sets itself, and those that change how or to whom a request is sent, such as <c>Expect</c>, <c>Connection</c> and <c>Proxy-*</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }
}
