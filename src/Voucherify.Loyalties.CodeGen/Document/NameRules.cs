using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>The names of schemas become the names of public types and of files.</summary>
internal static partial class NameRules
{
    public static IEnumerable<Problem> Check(OpenApiDocument document)
    {
        var names = document.Components?.Schemas?.Keys.ToList() ?? [];
        return names.SelectMany(One).Concat(Clashes(names));
    }

    private static IEnumerable<Problem> One(string name)
    {
        if (!PascalCase().IsMatch(name))
        {
            yield return new(Pointer(name), "The name of a schema is the name of a C# type: PascalCase letters and digits.");
        }

        if (Naming.Reserved.Contains(name))
        {
            yield return new(Pointer(name), $"The name '{name}' belongs to a hand-written type.");
        }
    }

    // Two names that differ in case only would be one file on some systems.
    private static IEnumerable<Problem> Clashes(List<string> names) => names
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .Select(group => new Problem(Pointer(group.Last()), $"The name clashes with '{group.First()}'."));

    private static string Pointer(string name) => Pointers.At(Pointers.Root, "components", "schemas", name);

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PascalCase();
}
