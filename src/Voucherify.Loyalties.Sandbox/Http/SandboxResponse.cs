namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>An answer, for either host to deliver.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The bytes; may be empty.</param>
internal sealed record SandboxResponse(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>The headers, without those that follow from the body's length.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public static SandboxResponse Empty(int status) => new(status, ReadOnlyMemory<byte>.Empty);

    public SandboxResponse With(IEnumerable<KeyValuePair<string, string>> headers) =>
        this with { Headers = [.. Headers, .. headers] };
}
