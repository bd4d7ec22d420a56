namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>Places in a document: JSON pointers (RFC 6901) in the fragment form that editors and references use.</summary>
internal static class DocumentPointer
{
    public const string Root = "#";

    public static string Append(string pointer, params IEnumerable<string> keys) =>
        pointer + string.Concat(keys.Select(key => "/" + Escape(key)));

    public static string Unescape(string key) =>
        Uri.UnescapeDataString(key).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    private static string Escape(string key) =>
        key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
