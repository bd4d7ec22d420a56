using System.Globalization;
using System.Net;
using System.Text;

namespace Voucherify.Loyalties;

/// <summary>
/// The service refused a call or responded with an error. Branch on <see cref="Key"/>, never on the message: projects can reword messages.
/// </summary>
public class LoyaltyApiException : LoyaltyException
{
    /// <summary>Creates the error from the response of the service.</summary>
    /// <param name="statusCode">The status of the response.</param>
    /// <param name="error">The body of the response; an empty record if there was none that could be read.</param>
    /// <param name="innerException">The cause, if there is one.</param>
    public LoyaltyApiException(HttpStatusCode statusCode, ApiError error, Exception? innerException = null)
        : base(Describe(statusCode, error), innerException)
    {
        StatusCode = statusCode;
        Error = error;
    }

    /// <summary>Creates an error that the client raises in place of the service.</summary>
    private protected LoyaltyApiException(HttpStatusCode statusCode, string message)
        : base(message)
    {
        StatusCode = statusCode;
        Error = new ApiError();
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The error of the service. Its members are null, and its ids empty, if the response did not have them.</summary>
    public ApiError Error { get; }

    /// <summary>
    /// The error's key, such as <c>not_found</c>; null if the response had none. <see cref="LoyaltyErrorKeys"/> names the documented keys.
    /// </summary>
    public string? Key => Error.Key;

    /// <summary>
    /// The service's id of the request, such as <c>v-0c118c6f7c0e6751ab</c>. The vendor's support asks for it. Null if the response had
    /// none.
    /// </summary>
    public string? RequestId => Error.RequestId is { Length: > 0 } id ? id : null;

    /// <summary>The message that the project configured for a failed validation rule; null if it configured none.</summary>
    public string? CustomMessage => Error.Error?.Value?.Message;

    // One readable line.
    private static string Describe(HttpStatusCode status, ApiError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var line = new StringBuilder(160)
            .Append(CultureInfo.InvariantCulture, $"Voucherify responded with {(int)status} {error.Key ?? status.ToString()}");
        Append(line, ": ", error.Message, "");
        Append(line, line[^1] == '.' ? " " : ". ", error.Details, "");
        Append(line, " (request ", error.RequestId, ")");
        return line.ToString();
    }

    private static void Append(StringBuilder line, string before, string? part, string after)
    {
        if (!string.IsNullOrWhiteSpace(part))
        {
            line.Append(before).Append(part).Append(after);
        }
    }
}
