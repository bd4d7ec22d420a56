using System.Net;

namespace Voucherify.Loyalties;

/// <summary>
/// The service answered a read with success, but not with anything readable: an empty, lost, over-long or foreign body.
/// An adjustment of points with such an answer is a <see cref="LoyaltyOutcomeUnknownException"/> that has this error inside.
/// </summary>
public sealed class LoyaltyResponseException : LoyaltyException
{
    /// <summary>Makes the error.</summary>
    /// <param name="statusCode">The status of the answer.</param>
    /// <param name="message">What is wrong with the answer.</param>
    /// <param name="innerException">The reader's error, if there was one.</param>
    public LoyaltyResponseException(HttpStatusCode statusCode, string message, Exception? innerException = null)
        : base(message, innerException) => StatusCode = statusCode;

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; }
}
