namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>The pairs of a query string or a form, decoded; a plus sign is a space in both.</summary>
internal sealed class UrlEncodedValues(IReadOnlyList<KeyValuePair<string, string>> pairs)
{
    public IReadOnlyList<KeyValuePair<string, string>> Pairs { get; } = pairs;

    /// <summary>The value with the given name (the last one, if repeated), or null.</summary>
    public string? Find(string name)
    {
        for (var i = Pairs.Count - 1; i >= 0; i--)
        {
            if (string.Equals(Pairs[i].Key, name, StringComparison.Ordinal))
            {
                return Pairs[i].Value;
            }
        }

        return null;
    }

    public static UrlEncodedValues Parse(string text) =>
        new([.. text.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(ParsePair)]);

    private static KeyValuePair<string, string> ParsePair(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? new(Decode(pair), string.Empty)
            : new(Decode(pair[..equals]), Decode(pair[(equals + 1)..]));
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
