namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>A response for either host to deliver.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The bytes of the body; may be empty.</param>
internal sealed record SandboxResponse(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The headers, without those that follow from the length of the body.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static SandboxResponse Empty(int status) => new(status, ReadOnlyMemory<byte>.Empty);

    /// <summary>Returns the response with more headers.</summary>
    public SandboxResponse With(IEnumerable<KeyValuePair<string, string>> headers) =>
        this with { Headers = [.. Headers, .. headers] };
}
