using Microsoft.AspNetCore.Http;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>
/// Lets web pages of every origin call the imitated API, so that a shop's page can be tested with it. Its key is public. The control API
/// is never opened like that.
/// </summary>
internal static class CrossOrigin
{
    private const string Any = "*";

    /// <summary>Whether a browser asks what a page may send.</summary>
    public static bool IsPreflight(HttpRequest request) => HttpMethods.IsOptions(request.Method)
        && request.Headers.ContainsKey("Origin")
        && request.Headers.ContainsKey("Access-Control-Request-Method");

    public static SandboxResponse AnswerPreflight() => Allow(SandboxResponse.Empty(204)).With(
    [
        new("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE"),
        // The asterisk does not include Authorization.
        new("Access-Control-Allow-Headers", "*, Authorization"),
        new("Access-Control-Max-Age", "600"),
    ]);

    public static SandboxResponse Allow(SandboxResponse response) => response.With(
    [
        new("Access-Control-Allow-Origin", Any),
        new("Access-Control-Expose-Headers", Any),
    ]);
}
