namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>The decoded pairs of a query string or a form. A plus sign is a space in both.</summary>
internal sealed class UrlEncodedValues(IReadOnlyList<KeyValuePair<string, string>> pairs)
{
    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; } = pairs;

    /// <summary>Returns the last value with the given name, or null.</summary>
    public string? Find(string name) => FindAll(name).LastOrDefault();

    /// <summary>Returns every value with the given name.</summary>
    public IEnumerable<string> FindAll(string name) => Pairs
        .Where(pair => string.Equals(pair.Key, name, StringComparison.Ordinal))
        .Select(static pair => pair.Value);

    /// <summary>Returns the pairs with one more, which replaces the earlier ones with its name.</summary>
    public UrlEncodedValues With(string name, string value) => new([.. Pairs, new(name, value)]);

    public static UrlEncodedValues Parse(string encoded) =>
        new([.. encoded.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(ParsePair)]);

    private static KeyValuePair<string, string> ParsePair(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? new(Decode(pair), string.Empty)
            : new(Decode(pair[..equals]), Decode(pair[(equals + 1)..]));
    }

    private static string Decode(string encoded) => Uri.UnescapeDataString(encoded.Replace('+', ' '));
}
