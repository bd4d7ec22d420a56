using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>
/// What one or more schemas allow, seen through references, <c>allOf</c> and <c>oneOf</c>: the types, the members, the values.
/// Several schemas are alternatives; the shape has what any of them has, and requires what all of them require.
/// </summary>
internal sealed class Shape
{
    public const string Anything = "anything";

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    private Shape(IReadOnlyList<Located> schemas)
    {
        Schemas = schemas;
        foreach (var schema in schemas)
        {
            Add(schema, isPart: false);
        }

        Required = Schemas.Select(schema => RequiredBy(schema, [])).Aggregate((all, next) => [.. all.Intersect(next)]);
    }

    public IReadOnlyList<Located> Schemas { get; }

    /// <summary>The schemas with a type of their own.</summary>
    public List<(string Type, Located Schema)> Leaves { get; } = [];

    public SortedDictionary<string, List<Located>> Properties { get; } = new(StringComparer.Ordinal);

    public List<Located> Elements { get; } = [];

    /// <summary>The schemas of the values of a map.</summary>
    public List<Located> Values { get; } = [];

    /// <summary>The listed values, with the list that each stands in.</summary>
    public SortedDictionary<string, Located> Enum { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Required { get; }

    public IEnumerable<string> Types => Leaves.Select(leaf => leaf.Type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Identifies the schemas, so that a cycle is walked once.</summary>
    public string Key => string.Join(' ', Schemas.Select(schema => schema.FullPointer).Order(StringComparer.Ordinal));

    /// <summary>The name of the component that the schema stands in, or its pointer when it stands in an operation.</summary>
    public string Name => Schemas[0].Pointer.Split('/') is ["#", "components", "schemas", var name, ..] ? name : Schemas[0].Pointer;

    public static Shape Of(params IReadOnlyList<Located> schemas) => new([.. schemas.Select(Unwrapped).Distinct()]);

    // A reference that has a description beside it is written as an allOf of one.
    private static Located Unwrapped(Located place)
    {
        var schema = place.Resolved();
        return schema.Child("allOf").Items().ToList() is [var only] && schema.Child("properties") is null && !Branches(schema).Any()
            ? Unwrapped(only)
            : schema;
    }

    // A part of an allOf may say nothing but what is required, or describe.
    private void Add(Located place, bool isPart)
    {
        var schema = place.Resolved();
        if (!_seen.Add(schema.FullPointer))
        {
            return;
        }

        if (TypeOf(schema, isPart) is { } type)
        {
            Leaves.Add((type, schema));
        }

        foreach (var (name, property) in schema.Child("properties").Members())
        {
            (Properties.TryGetValue(name, out var known) ? known : Properties[name] = []).Add(property);
        }

        AddValues(schema);
        AddParts(schema);
    }

    private void AddValues(Located schema)
    {
        foreach (var value in (schema.Child("enum").Items()))
        {
            Enum.TryAdd(value.Node.ToString(), schema.Child("enum")!.Value);
        }

        if (schema.Child("items") is { } items)
        {
            Elements.Add(items);
        }

        // Whether unknown members are allowed ('true', 'false', '{}') is not compared: ours are always read and never sent.
        if (schema.Child("additionalProperties") is { Node: JsonObject { Count: > 0 } } values)
        {
            Values.Add(values);
        }
    }

    private void AddParts(Located schema)
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

    private static IEnumerable<Located> Branches(Located schema) =>
        schema.Child("oneOf").Items().Concat(schema.Child("anyOf").Items());

    private static string? TypeOf(Located schema, bool isPart)
    {
        if (schema.Flag(SpecExtensions.RawJson))
        {
            return Anything;
        }

        if (schema.Text("type") is { } type)
        {
            return type == "string" ? TextType(schema) : type;
        }

        if (schema.Child("properties") is not null || schema.Child("additionalProperties") is not null)
        {
            return "object";
        }

        return schema.Child("enum") is not null ? "string"
            : isPart || schema.Child("allOf") is not null || Branches(schema).Any() ? null
            : Anything;
    }

    private static string TextType(Located schema) =>
        schema.Flag(SpecExtensions.DayOrInstant) ? "date or date-time"
        : schema.Text("format") is { } format ? format
        : "string";

    private static HashSet<string> RequiredBy(Located place, HashSet<string> path)
    {
        var schema = place.Resolved();
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
