using System.Text;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Compares the id of a write with the id of a transaction.</summary>
internal static class SourceIds
{
    /// <summary>
    /// Whether a transaction's id may be the id that was sent, changed on the way: dropped, trimmed, cut, in other case, or, for characters
    /// outside of ASCII, in another form of Unicode.
    /// </summary>
    public static bool AreSimilar(string sent, string? listed)
    {
        var id = listed.AsSpan().Trim();
        return id.IsEmpty
            || sent.AsSpan().StartsWith(id, StringComparison.OrdinalIgnoreCase)
            || HasOtherForms(sent);
    }

    // There is no normalization without globalization data, so such an id is never told apart from another one.
    private static bool HasOtherForms(string id) => !Ascii.IsValid(id);
}
