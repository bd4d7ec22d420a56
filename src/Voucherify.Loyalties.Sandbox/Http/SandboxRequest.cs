namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>A request as it arrived, the same from both hosts.</summary>
/// <param name="Method">The HTTP method, in upper case.</param>
/// <param name="Target">The path and query, still percent-encoded.</param>
/// <param name="Headers">The headers by name, case-insensitive.</param>
/// <param name="Body">The bytes of the body.</param>
internal sealed record SandboxRequest(
    string Method,
    string Target,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>Returns the value of a header, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
