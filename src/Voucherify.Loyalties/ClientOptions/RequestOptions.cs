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

    /// <summary>
    /// Receives the response of a call that succeeds: its status, headers and raw body. Default: <see langword="null"/>; nothing is kept.
    /// </summary>
    /// <remarks>
    /// It is called once for each response that the result is made of, before the call returns: once for each page of a list, and for each
    /// poll of a wait. It is not called for a failure, whose exception has what there is to know, nor for what the client asks on its own,
    /// such as a search for a lost adjustment or a token. So it is not called at all if an adjustment was found in the transactions, or if
    /// the call got the result of another one. What it throws is ignored, because it must not change the outcome of the call.
    /// </remarks>
    public Action<LoyaltyResponse>? OnResponse { get; init; }

    /// <summary>
    /// When an adjustment of version 2 of the API returns. Default: <see cref="WriteCompletion.Settled"/>. Other calls do not read it.
    /// </summary>
    public WriteCompletion WaitUntil { get; init; }

    /// <summary>Returns the options for a call that the client makes on its own.</summary>
    internal static RequestOptions? WithoutObserver(RequestOptions? options) =>
        options?.OnResponse is null ? options : options with { OnResponse = null };
}
