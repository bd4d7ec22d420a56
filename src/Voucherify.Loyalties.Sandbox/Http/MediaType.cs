namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>What a request says about the type of its body, and about the type of response that it accepts.</summary>
internal static class MediaType
{
    /// <summary>Whether the body has the given type. An absent body matches every type.</summary>
    public static bool IsOrEmpty(SandboxRequest request, string type) =>
        request.Header("Content-Type") is { } contentType
            ? string.Equals(WithoutParameters(contentType), type, StringComparison.OrdinalIgnoreCase)
            : request.Body.IsEmpty;

    public static bool AcceptsJson(SandboxRequest request) =>
        request.Header("Accept") is not { } accept || accept.Split(',').Any(IsJsonRange);

    private static bool IsJsonRange(string range) =>
        WithoutParameters(range).ToUpperInvariant() is "" or "*/*" or "APPLICATION/*" or "APPLICATION/JSON";

    private static string WithoutParameters(string value) => value.Split(';')[0].Trim();
}
