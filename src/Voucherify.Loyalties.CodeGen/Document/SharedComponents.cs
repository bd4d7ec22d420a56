using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>Copies the platform components that a document refers to into that document, so that it can be read on its own.</summary>
internal sealed class SharedComponents
{
    private const string Reference = "$ref";
    private const string FileName = $"{SourceDocument.Platform}.json";

    private readonly JsonObject _document;
    private readonly JsonNode _platform;
    private readonly HashSet<string> _copied = new(StringComparer.Ordinal);
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];

    private SharedComponents(JsonObject document, JsonNode platform)
    {
        _document = document;
        _platform = platform;
    }

    /// <summary>The names of the schemas that were copied.</summary>
    public IReadOnlySet<string> Schemas => SchemasIn(_copied);

    /// <summary>The names of the schemas that the document itself refers to. The others are parts of these.</summary>
    public IReadOnlySet<string> NamedSchemas => SchemasIn(_named);

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Changes the document itself.</summary>
    public static SharedComponents CopyInto(JsonObject document, JsonNode platform, string root)
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
                RewriteReference(item, reference, pointer);
                break;
            case JsonObject item:
                foreach (var (key, value) in item.ToList())
                {
                    Rewrite(value, DocumentPointer.Append(pointer, key));
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                {
                    Rewrite(items[i], DocumentPointer.Append(pointer, $"{i}"));
                }

                break;
        }
    }

    private void RewriteReference(JsonObject item, string reference, string pointer)
    {
        if (reference.StartsWith(DocumentPointer.Root, StringComparison.Ordinal))
        {
            return;
        }

        var local = reference.StartsWith(FileName, StringComparison.Ordinal) ? reference[FileName.Length..] : string.Empty;
        if (Find(local) is null)
        {
            _problems.Add(new(
                pointer,
                $"There is nothing at '{reference}'. A document can refer to its own components and to those of {FileName}."));
            return;
        }

        item[Reference] = local;
        _named.Add(local);
        Copy(local, pointer);
    }

    private void Copy(string reference, string pointer)
    {
        if (!_copied.Add(reference))
        {
            return;
        }

        var keys = reference.Split('/');
        var (section, name) = (keys[2], keys[3]);
        var own = Child(Child(_document, "components"), section);

        // A component that is nothing but a reference to the shared one is replaced by the copy.
        if (own[name] is JsonObject declared && !declared.ContainsKey(Reference))
        {
            _problems.Add(new(pointer, $"'{name}' is declared here and in {FileName}."));
            return;
        }

        var copy = Find(reference)!.DeepClone();
        own[name] = copy;
        foreach (var next in References(copy))
        {
            Copy(next, pointer);
        }
    }

    private static HashSet<string> SchemasIn(IEnumerable<string> references) => references
        .Select(reference => reference.Split('/'))
        .Where(keys => keys[2] == "schemas")
        .Select(keys => keys[3])
        .ToHashSet(StringComparer.Ordinal);

    private JsonNode? Find(string reference) => reference.Split('/') is [DocumentPointer.Root, "components", var section, var name]
        ? _platform["components"]?[section]?[name]
        : null;

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
        JsonObject item => item.SelectMany(member =>
            member is { Key: Reference, Value: JsonValue target } ? [(string)target!] : References(member.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
