using System.Net;

namespace Voucherify.Loyalties;

/// <summary>
/// A response cannot be used: the body of a success is empty, cut off, too long, not the expected JSON, or about another write; or a
/// refusal does not look as if the service had written it. If that happens to a write whose effect matters, the call ends with
/// <see cref="LoyaltyOutcomeUnknownException"/>, and this error is its inner exception.
/// </summary>
public sealed class LoyaltyResponseException : LoyaltyException
{
    /// <summary>Creates the error.</summary>
    /// <param name="statusCode">The status of the response.</param>
    /// <param name="message">What is wrong with the response.</param>
    /// <param name="innerException">The reader's error, if there was one.</param>
    public LoyaltyResponseException(HttpStatusCode statusCode, string message, Exception? innerException = null)
        : base(message, innerException) => StatusCode = statusCode;

    /// <summary>The status of the response.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Whether the response does not look as if the service had written it.</summary>
    internal bool IsForeign { get; init; }
}
