using System.Net;

namespace Voucherify.Loyalties;

/// <summary>The service refused a call or failed, and said so. Branch on <see cref="Key"/>, never on the message: projects can reword messages.</summary>
public class LoyaltyApiException : LoyaltyException
{
    /// <summary>Makes the error from what the service answered.</summary>
    /// <param name="statusCode">The status of the answer.</param>
    /// <param name="error">The answer's body; an empty record where it had none that could be read.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public LoyaltyApiException(HttpStatusCode statusCode, ApiError error, Exception? innerException = null)
        : base(ApiErrorText.Describe(statusCode, error), innerException)
    {
        StatusCode = statusCode;
        Error = error;
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>What the service said. Its members are null where the answer did not have them, or had no readable body at all.</summary>
    public ApiError Error { get; }

    /// <summary>The error's key, such as <c>not_found</c>; null where the answer had none. <see cref="LoyaltyErrorKeys"/> names the documented ones.</summary>
    public string? Key => Error.Key;

    /// <summary>The service's id of the request, such as <c>v-0c118c6f7c0e6751ab</c>: what its support asks for. Null where the answer had none.</summary>
    public string? RequestId => Error.RequestId;

    /// <summary>The text that the project configured for a failed validation rule, if it did.</summary>
    public string? CustomMessage => Error.Error?.Value?.Message;
}
