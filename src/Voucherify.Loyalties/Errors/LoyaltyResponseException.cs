using System.Net;

namespace Voucherify.Loyalties;

/// <summary>
/// The service responded to a read with success, but its body cannot be used: it is empty, cut off, too long, or not the expected JSON. If
/// that happens to an adjustment of points, the call ends with <see cref="LoyaltyOutcomeUnknownException"/>, and this error is its inner
/// exception.
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
}
