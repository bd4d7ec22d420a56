using System.Diagnostics.CodeAnalysis;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>The name of a query parameter with brackets: <c>filters[id][conditions][$in][0]</c>.</summary>
internal static class DeepObject
{
    /// <summary>Splits a name into its parts: the word before the first bracket, then the content of each pair of brackets.</summary>
    public static bool TrySplit(string name, [NotNullWhen(true)] out IReadOnlyList<string>? parts)
    {
        parts = null;
        var open = name.IndexOf('[', StringComparison.Ordinal);
        if (open < 1 || name[^1] != ']')
        {
            return false;
        }

        parts = [name[..open], .. name[(open + 1)..^1].Split("][")];
        return true;
    }
}
