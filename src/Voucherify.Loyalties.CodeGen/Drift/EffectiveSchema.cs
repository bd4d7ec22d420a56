using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>
/// The types, members and values that one or more schemas allow, seen through references, <c>allOf</c> and <c>oneOf</c>.
/// Several schemas are alternatives: their members are united, and only what all of them require is required.
/// </summary>
internal sealed class EffectiveSchema
{
    public const string Anything = "anything";

    private const string Null = "null";

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private EffectiveSchema(IReadOnlyList<DocumentNode> schemas)
    {
        Schemas = schemas;
        foreach (var schema in schemas)
        {
            Add(schema, isPart: false);
        }

        Required = Schemas.Select(schema => RequiredBy(schema, [])).Aggregate((all, next) => [.. all.Intersect(next)]);
    }

    public IReadOnlyList<DocumentNode> Schemas { get; }

    /// <summary>The schemas that have a type of their own.</summary>
    public List<(string Type, DocumentNode Schema)> Leaves { get; } = [];

    public SortedDictionary<string, List<DocumentNode>> Properties { get; } = new(StringComparer.Ordinal);

    public List<DocumentNode> Elements { get; } = [];

    /// <summary>The schemas of the values of a map.</summary>
    public List<DocumentNode> Values { get; } = [];

    /// <summary>The listed values, each with its list.</summary>
    public SortedDictionary<string, DocumentNode> Enum { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Required { get; }

    public IEnumerable<string> Types => Leaves.Select(leaf => leaf.Type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Identifies the schemas, so that a cycle is followed only once.</summary>
    public string Key => string.Join(' ', Schemas.Select(schema => schema.FullPointer).Order(StringComparer.Ordinal));

    /// <summary>The name of the component that contains the schema, or its pointer when it is part of an operation.</summary>
    public string Name => Schemas[0].Pointer.Split('/') is ["#", "components", "schemas", var name, ..] ? name : Schemas[0].Pointer;

    public static EffectiveSchema Of(params IReadOnlyList<DocumentNode> schemas) => new([.. schemas.Select(Unwrapped).Distinct()]);

    // A reference with a description beside it is written as an allOf of one.
    private static DocumentNode Unwrapped(DocumentNode node)
    {
        var schema = node.Resolved();
        return schema.Child("allOf").Items().ToList() is [var only] && schema.Child("properties") is null && !Branches(schema).Any()
            ? Unwrapped(only)
            : schema;
    }

    // A part of an allOf may only require or describe something.
    private void Add(DocumentNode node, bool isPart)
    {
        var schema = node.Resolved();
        if (!_seen.Add(schema.FullPointer))
        {
            return;
        }

        Leaves.AddRange(TypesOf(schema, isPart).Select(type => (type, schema)));

        foreach (var (name, property) in schema.Child("properties").Members())
        {
            (Properties.TryGetValue(name, out var known) ? known : Properties[name] = []).Add(property);
        }

        AddValues(schema);
        AddParts(schema);
    }

    private void AddValues(DocumentNode schema)
    {
        foreach (var value in schema.Child("enum").Items())
        {
            Enum.TryAdd(value.Node.ToString(), schema.Child("enum")!.Value);
        }

        if (schema.Child("const") is { } only)
        {
            Enum.TryAdd(only.Node.ToString(), only);
        }

        if (schema.Child("items") is { } items)
        {
            Elements.Add(items);
        }

        // Whether unknown members are allowed ('true', 'false', '{}') is not compared: we always read them and never send them.
        if (schema.Child("additionalProperties") is { Node: JsonObject { Count: > 0 } } values)
        {
            Values.Add(values);
        }
    }

    private void AddParts(DocumentNode schema)
    {
        foreach (var part in schema.Child("allOf").Items())
        {
            Add(part, isPart: true);
        }

        foreach (var branch in Branches(schema))
        {
            Add(branch, isPart: false);
        }
    }

    private static IEnumerable<DocumentNode> Branches(DocumentNode schema) =>
        schema.Child("oneOf").Items().Concat(schema.Child("anyOf").Items()).Where(branch => !IsNull(branch));

    // OpenAPI 3.1 says that a value may be null by a branch of its own, which describes nothing else. Every response of ours may be null.
    private static bool IsNull(DocumentNode branch) =>
        branch.GetString("type") == Null
        || branch.Child("type").Items().Any(type => type.Node.ToString() == Null)
        && branch.Child("properties") is null
        && branch.Child("enum") is null
        && branch.Child("items") is null
        && branch.Child("type").Items().All(type => type.Node.ToString() is "object" or Null);

    // A list of types is OpenAPI 3.1.
    private static IEnumerable<string> TypesOf(DocumentNode schema, bool isPart)
    {
        var listed = schema.Child("type").Items().Select(type => type.Node.ToString()).Where(type => type != Null).ToList();
        return listed.Count > 0 && !schema.GetFlag(SpecExtensions.RawJson)
            ? listed.Select(type => Named(type, schema))
            : TypeOf(schema, isPart) is { } type ? [type] : [];
    }

    private static string Named(string type, DocumentNode schema) => type == "string" ? StringType(schema) : type;

    private static string? TypeOf(DocumentNode schema, bool isPart)
    {
        if (schema.GetFlag(SpecExtensions.RawJson))
        {
            return Anything;
        }

        if (schema.GetString("type") is { } type)
        {
            return Named(type, schema);
        }

        if (schema.Child("properties") is not null || schema.Child("additionalProperties") is not null)
        {
            return "object";
        }

        return schema.Child("enum") is not null || schema.Child("const") is not null ? "string"
            : isPart || schema.Child("allOf") is not null || Branches(schema).Any() ? null
            : Anything;
    }

    private static string StringType(DocumentNode schema) =>
        schema.GetFlag(SpecExtensions.DayOrInstant) ? "date or date-time"
        : schema.GetString("format") is { } format ? format
        : "string";

    private static HashSet<string> RequiredBy(DocumentNode node, HashSet<string> path)
    {
        var schema = node.Resolved();
        if (!path.Add(schema.FullPointer))
        {
            return [];
        }

        HashSet<string> required = [.. schema.Child("required").Items().Select(name => name.Node.ToString())];
        required.UnionWith(schema.Child("allOf").Items().SelectMany(part => RequiredBy(part, path)));
        required.UnionWith(Branches(schema)
            .Select(branch => RequiredBy(branch, path))
            .DefaultIfEmpty([])
            .Aggregate((all, next) => [.. all.Intersect(next)]));
        path.Remove(schema.FullPointer);
        return required;
    }
}
