namespace Voucherify.Loyalties.Sandbox.Http;

/// <summary>
/// The target of a request. It is split before it is decoded, so that <c>a%2Fb</c> stays one segment and <c>%252F</c> is decoded
/// only once.
/// </summary>
internal sealed record RequestTarget(IReadOnlyList<string> Segments, UrlEncodedValues Query)
{
    /// <summary>Parses a target in origin form (<c>/v1/...?...</c>) or in absolute form, which proxies send.</summary>
    public static RequestTarget Parse(string target)
    {
        var origin = WithoutAuthority(target);
        var question = origin.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? origin : origin[..question];
        var query = question < 0 ? string.Empty : origin[(question + 1)..];

        return new RequestTarget(SplitPath(path), UrlEncodedValues.Parse(query));
    }

    // One slash at the end is ignored (assumed), as most servers do. So an empty id reaches the collection, which exposes a client
    // that lets an empty id through.
    private static List<string> SplitPath(string path)
    {
        var segments = path.Split('/').Skip(1).Select(Uri.UnescapeDataString).ToList();
        if (segments is [.., ""])
        {
            segments.RemoveAt(segments.Count - 1);
        }

        return segments;
    }

    private static string WithoutAuthority(string target)
    {
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0 || target.StartsWith('/'))
        {
            return target;
        }

        var path = target.IndexOfAny(['/', '?'], scheme + 3);
        return path < 0 ? "/" : target[path..];
    }
}
