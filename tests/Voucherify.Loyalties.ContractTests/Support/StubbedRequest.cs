using System.Text;
using WireMock;

namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>A request as WireMock received it.</summary>
internal sealed class StubbedRequest(IRequestMessage message)
{
    public string Method => message.Method;

    /// <summary>The path, decoded by WireMock.</summary>
    public string Path => message.Path;

    /// <summary>The query as it was sent, without its question mark. Empty if there was none.</summary>
    public string RawQuery => (message.RawQuery ?? "").TrimStart('?');

    /// <summary>The bytes of the body, one character each, so that no encoding hides a difference.</summary>
    public string Body => Encoding.Latin1.GetString(message.BodyAsBytes ?? []);

    public IReadOnlyList<string> HeaderNames => [.. message.Headers!.Keys.Order(StringComparer.OrdinalIgnoreCase)];

    public string? Header(string name) => message.Headers!
        .Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(static header => string.Join(", ", header.Value))
        .SingleOrDefault();
}
