using System.Collections.ObjectModel;
using System.Globalization;
using System.Net;
using System.Text;

namespace Voucherify.Loyalties;

/// <summary>The response of a call that succeeded, for <see cref="RequestOptions.OnResponse"/>.</summary>
public sealed class LoyaltyResponse
{
    /// <summary>The HTTP status.</summary>
    public required HttpStatusCode StatusCode { get; init; }

    /// <summary>The headers of the response, without cookies. Their names are not case-sensitive.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } =
        ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <summary>
    /// The body as it was received, decompressed. It is empty if the response has no body, if the call returns it as a stream, and for a
    /// call that requests a token, because the body would be the secret.
    /// </summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Returns the body as a string.</summary>
    public string GetBodyAsString() => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Returns the first value of a header, or null.</summary>
    /// <param name="name">The name of the header.</param>
    public string? GetHeader(string name) => Headers.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;

    /// <summary>The status and the length of the body. Their content stays out of logs.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)StatusCode} with {Body.Length} bytes");
}
