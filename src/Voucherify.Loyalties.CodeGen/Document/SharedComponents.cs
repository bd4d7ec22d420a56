using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>Copies the platform's components that a document refers to into the document, so that it can be read by itself.</summary>
internal sealed class SharedComponents
{
    private const string Reference = "$ref";
    private const string Prefix = $"{SourceDocument.Platform}.json{Pointers.Root}";

    private readonly JsonNode _document;
    private readonly JsonNode _platform;
    private readonly HashSet<string> _copied = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];

    private SharedComponents(JsonNode document, JsonNode platform)
    {
        _document = document;
        _platform = platform;
    }

    /// <summary>The names of the schemas that were copied.</summary>
    public IReadOnlySet<string> Schemas => _copied
        .Select(reference => reference.Split('/'))
        .Where(parts => parts[2] == "schemas")
        .Select(parts => parts[3])
        .ToHashSet(StringComparer.Ordinal);

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Copies into the document itself.</summary>
    public static SharedComponents CopyInto(JsonNode document, JsonNode platform, string root)
    {
        var components = new SharedComponents(document, platform);
        components.Rewrite(document, root);
        return components;
    }

    private void Rewrite(JsonNode? node, string pointer)
    {
        switch (node)
        {
            case JsonObject item when (item[Reference] as JsonValue)?.TryGetValue<string>(out var reference) == true:
                Rewrite(item, reference, pointer);
                break;
            case JsonObject item:
                foreach (var (key, value) in item.ToList())
                {
                    Rewrite(value, Pointers.At(pointer, key));
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Rewrite(items[i], Pointers.At(pointer, $"{i}"));
                }

                break;
        }
    }

    private void Rewrite(JsonObject item, string reference, string pointer)
    {
        if (reference.StartsWith(Pointers.Root, StringComparison.Ordinal))
        {
            return;
        }

        var local = reference.StartsWith(Prefix, StringComparison.Ordinal) ? reference[(Prefix.Length - 1)..] : null;
        if (local is null || Find(_platform, local) is null)
        {
            _problems.Add(new(pointer, $"There is nothing at '{reference}': a document can refer to itself and to the components of {SourceDocument.Platform}.json."));
            return;
        }

        item[Reference] = local;
        Copy(local, pointer);
    }

    private void Copy(string reference, string pointer)
    {
        if (!_copied.Add(reference))
        {
            return;
        }

        var (section, name) = (reference.Split('/')[2], reference.Split('/')[3]);
        var own = Child(Child(_document.AsObject(), "components"), section);
        if (own[name] is JsonObject declared && !declared.ContainsKey(Reference))
        {
            _problems.Add(new(pointer, $"'{name}' is declared here and in {SourceDocument.Platform}.json."));
            return;
        }

        var copy = Find(_platform, reference)!.DeepClone();
        own[name] = copy;
        foreach (var next in References(copy))
        {
            Copy(next, pointer);
        }
    }

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is JsonObject child)
        {
            return child;
        }

        child = [];
        parent[name] = child;
        return child;
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject item => item.SelectMany(member => member.Key == Reference && member.Value is JsonValue ? [(string)member.Value!] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };

    private static JsonNode? Find(JsonNode platform, string reference) => reference.Split('/') is [Pointers.Root, "components", var section, var name]
        ? platform["components"]?[section]?[name]
        : null;
}
