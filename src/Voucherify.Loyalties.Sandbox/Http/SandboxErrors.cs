using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox;

/// <summary>
/// Writes errors as the service does, for stubs of other kinds (WireMock.Net, a handler of your own). The client believes a rejection
/// only if it can come from the service. Such an error can: it has a key, a request id of the form <c>v-</c> and hexadecimal digits, and
/// the headers of the rate limit.
/// </summary>
public static class SandboxErrors
{
    private const string RequestId = "v-0123456789abcdef01";

    /// <summary>The headers that the service sends with every response: those of the rate limit.</summary>
    public static IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["X-Rate-Limit-Limit"] = "1000",
        ["X-Rate-Limit-Remaining"] = "999",
    }.AsReadOnly();

    /// <summary>Returns the JSON of an error.</summary>
    /// <param name="statusCode">The HTTP status, such as 400.</param>
    /// <param name="key">The key, such as <see cref="LoyaltyErrorKeys.LoyaltyCardPointsExceeded"/>.</param>
    /// <param name="message">The message, or null for the key.</param>
    /// <exception cref="ArgumentException">The status is that of no error, or the key is empty.</exception>
    public static string Create(int statusCode, string key, string? message = null) =>
        Encoding.UTF8.GetString(Respond(statusCode, key, message).Body.Span);

    /// <summary>Returns an error as a response, with its JSON and the headers of the service.</summary>
    /// <param name="statusCode">The HTTP status, such as 400.</param>
    /// <param name="key">The key, such as <see cref="LoyaltyErrorKeys.LoyaltyCardPointsExceeded"/>.</param>
    /// <param name="message">The message, or null for the key.</param>
    /// <exception cref="ArgumentException">The status is that of no error, or the key is empty.</exception>
    public static HttpResponseMessage CreateResponse(int statusCode, string key, string? message = null)
    {
        var content = new ByteArrayContent(Respond(statusCode, key, message).Body.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        var response = new HttpResponseMessage((HttpStatusCode)statusCode) { Content = content };
        foreach (var (name, value) in Headers)
        {
            response.Headers.Add(name, value);
        }

        return response;
    }

    private static SandboxResponse Respond(int statusCode, string key, string? message)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, 400);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, 599);
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        return Errors.Of(statusCode, key, message ?? key, RequestId);
    }
}
