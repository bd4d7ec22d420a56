namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>A request as it arrived, the same from either host.</summary>
/// <param name="Method">The HTTP method, in upper case.</param>
/// <param name="Target">Path and query, still percent-encoded.</param>
/// <param name="Headers">By name, ignoring case.</param>
/// <param name="Body">The bytes.</param>
internal sealed record SandboxRequest(
    string Method,
    string Target,
    IReadOnlyDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>The value of a header, or null.</summary>
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
