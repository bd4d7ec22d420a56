namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>What a request says about the type of its body and of the answer it wants.</summary>
internal static class MediaType
{
    /// <summary>Whether the body has the given type; no body has every type.</summary>
    public static bool IsOrEmpty(SandboxRequest request, string type) =>
        request.Header("Content-Type") is { } contentType
            ? string.Equals(WithoutParameters(contentType), type, StringComparison.OrdinalIgnoreCase)
            : request.Body.IsEmpty;

    public static bool AcceptsJson(SandboxRequest request) =>
        request.Header("Accept") is not { } accept
        || accept.Split(',').Any(range => WithoutParameters(range).ToUpperInvariant() is "" or "*/*" or "APPLICATION/*" or "APPLICATION/JSON");

    private static string WithoutParameters(string value) => value.Split(';')[0].Trim();
}
