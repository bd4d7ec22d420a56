using System.Text.RegularExpressions;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>Checks the names of schemas, which become the names of public types and of files.</summary>
internal static partial class NameRules
{
    public static IEnumerable<Problem> Check(ApiDocument document, IReadOnlyList<ApiDocument> documents)
    {
        var names = document.OwnSchemas.Select(schema => schema.Key).ToList();
        var problems = names.SelectMany(name => CheckOne(name, document)).Concat(Clashes(names, document));
        return document.IsPlatform
            ? problems
            : problems.Concat(ClashesWithShared(names, document, documents.Single(other => other.IsPlatform)));
    }

    private static IEnumerable<Problem> CheckOne(string name, ApiDocument document)
    {
        if (!PascalCase().IsMatch(name))
        {
            yield return new(document.PointerTo(name), "The name becomes the name of a C# type: use PascalCase letters and digits.");
        }

        if (ReservedNames.All.Contains(name))
        {
            yield return new(document.PointerTo(name), $"The name '{name}' belongs to a hand-written type.");
        }
    }

    // On some systems, two names that differ only in case would be one file.
    private static IEnumerable<Problem> Clashes(List<string> names, ApiDocument document) => names
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .Select(group => new Problem(document.PointerTo(group.Last()), $"The name clashes with '{group.First()}'."));

    // Shared types are visible in a version's namespace without a using, so a type of the same name would hide them.
    private static IEnumerable<Problem> ClashesWithShared(List<string> names, ApiDocument document, ApiDocument platform) =>
        platform.OwnSchemas
            .Select(schema => schema.Key)
            .Where(names.Contains)
            .Select(name => new Problem(document.PointerTo(name), $"The name '{name}' belongs to a schema of {platform.Name}.json."));

    [GeneratedRegex("^[A-Z][A-Za-z0-9]*$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PascalCase();
}
