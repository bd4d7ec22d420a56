using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>
/// The order of the rows of a list of the v2 API. Among rows that are equal in it, their ids decide, in the same direction (assumed).
/// </summary>
internal sealed class RowOrder<T>(IReadOnlyList<(Func<T, IComparable> Select, bool IsDescending)> keys) : IComparer<T>
{
    /// <summary>Reads the order of a request. It may name several fields, but none of them in both directions (documented).</summary>
    public static bool TryParse(SandboxCall call, ListSchema<T> schema, [NotNullWhen(true)] out RowOrder<T>? order)
    {
        order = null;
        var names = Names(call, schema);
        if (names.Any(name => !schema.Orders.ContainsKey(FieldOf(name)))
            || names.Select(FieldOf).Distinct(StringComparer.Ordinal).Count() < names.Count)
        {
            return false;
        }

        var keys = names.Select(name => (schema.Orders[FieldOf(name)], IsDescending(name))).ToList();
        keys.Add((schema.Id, keys[0].Item2));

        // A list that ignores the order of the request.
        order = new RowOrder<T>(call.Plan.Fault == SandboxFault.AscendingList ? [.. keys.Select(key => (key.Item1, false))] : keys);
        return true;
    }

    /// <summary>Returns what the request says about the order.</summary>
    public static IReadOnlyList<string> Names(SandboxCall call, ListSchema<T> schema)
    {
        var names = call.Target.Query.Pairs
            .Where(static pair => pair.Key is "order" or "order[]" || pair.Key.StartsWith("order[", StringComparison.Ordinal))
            .Select(static pair => pair.Value)
            .ToList();
        return names.Count == 0 ? [schema.DefaultOrder] : names;
    }

    public int Compare(T? x, T? y)
    {
        foreach (var (select, isDescending) in keys)
        {
            var comparison = Compare(select(x!), select(y!));
            if (comparison != 0)
            {
                return isDescending ? -comparison : comparison;
            }
        }

        return 0;
    }

    private static int Compare(IComparable left, IComparable right) =>
        left is string text ? string.CompareOrdinal(text, (string)right) : left.CompareTo(right);

    private static string FieldOf(string name) => name.StartsWith('-') ? name[1..] : name;

    private static bool IsDescending(string name) => name.StartsWith('-');
}
