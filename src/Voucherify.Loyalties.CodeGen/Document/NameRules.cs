using System.Text.RegularExpressions;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>The names of schemas become the names of public types and of files.</summary>
internal static partial class NameRules
{
    public static IEnumerable<Problem> Check(ApiDocument document, IReadOnlyList<ApiDocument> documents)
    {
        var names = document.OwnSchemas.Select(schema => schema.Key).ToList();
        return names.SelectMany(name => One(name, document)).Concat(Clashes(names, document)).Concat(document.IsPlatform
            ? []
            : ClashesWithShared(names, document, documents.Single(other => other.IsPlatform)));
    }

    private static IEnumerable<Problem> One(string name, ApiDocument document)
    {
        if (!PascalCase().IsMatch(name))
        {
            yield return new(Pointer(document, name), "The name of a schema is the name of a C# type: PascalCase letters and digits.");
        }

        if (Naming.Reserved.Contains(name))
        {
            yield return new(Pointer(document, name), $"The name '{name}' belongs to a hand-written type.");
        }
    }

    // Two names that differ in case only would be one file on some systems.
    private static IEnumerable<Problem> Clashes(List<string> names, ApiDocument document) => names
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .Select(group => new Problem(Pointer(document, group.Last()), $"The name clashes with '{group.First()}'."));

    // Within a version's namespace the shared types are visible without a using, and would be hidden.
    private static IEnumerable<Problem> ClashesWithShared(List<string> names, ApiDocument document, ApiDocument platform) => platform.OwnSchemas
        .Where(schema => names.Contains(schema.Key))
        .Select(schema => new Problem(Pointer(document, schema.Key), $"The name '{schema.Key}' belongs to a schema of {platform.Name}.json."));

    private static string Pointer(ApiDocument document, string name) => Pointers.At(document.Root, "components", "schemas", name);

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PascalCase();
}
