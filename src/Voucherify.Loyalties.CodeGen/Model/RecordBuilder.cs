using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Builds one flat record from an object, from <c>allOf</c> parts, or from the branches of a union.</summary>
internal sealed class RecordBuilder(SchemaMapper mapper, TypeRef type)
{
    private readonly Dictionary<string, PropertyModel> _properties = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);

    public RecordModel Build(IOpenApiSchema schema, string pointer)
    {
        Collect(schema, pointer, canRequire: true);
        var properties = _order.Select(wire => _properties[wire] with { Required = _required.Contains(wire) }).ToList();
        var clash = properties.GroupBy(property => property.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (clash is not null)
        {
            var clashing = string.Join("' and '", clash.Select(property => property.Wire));
            throw new DocumentException(pointer, $"The properties '{clashing}' have the same C# name.");
        }

        return new(type, schema.Description ?? string.Empty, pointer, properties)
        {
            IsInternal = SpecExtensions.GetFlag(schema, SpecExtensions.Internal),
            KeepsRaw = SpecExtensions.GetFlag(schema, SpecExtensions.KeepRaw),
            HasOwnJson = SpecExtensions.GetFlag(schema, SpecExtensions.HandWritten),
            Choice = Choice(schema, properties, pointer),
        };
    }

    private static ChoiceModel? Choice(IOpenApiSchema schema, List<PropertyModel> properties, string pointer)
    {
        if (SpecExtensions.Get(schema, SpecExtensions.Choice) is not JsonObject choice)
        {
            return null;
        }

        var place = DocumentPointer.Append(pointer, SpecExtensions.Choice);
        var member = properties.Find(property => property.Wire == (string?)choice["member"] && property.Type.Kind == TypeKind.Enum);
        var values = (choice["values"] as JsonObject ?? []).ToDictionary(
            value => value.Key,
            value => (IReadOnlyList<string>)[.. value.Value!.AsArray().Select(wire => (string)wire!)],
            StringComparer.Ordinal);
        var unknown = values.Values.SelectMany(wires => wires).FirstOrDefault(wire => properties.All(property => property.Wire != wire));
        return member is null || values.Count == 0 || unknown is not null
            ? throw new DocumentException(place, "A choice needs a member with known values, and for each value the members that it needs.")
            : new(member, values);
    }

    private void Collect(IOpenApiSchema schema, string pointer, bool canRequire)
    {
        var target = SchemaFacts.Resolve(schema);
        if (canRequire)
        {
            // A part of an allOf can require a member that another part declares.
            _required.UnionWith(target.Required ?? new HashSet<string>());
        }

        foreach (var (wire, property) in target.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            Add(Property(wire, property, DocumentPointer.Append(pointer, "properties", wire)), pointer);
        }

        foreach (var part in target.AllOf ?? [])
        {
            Collect(part, pointer, canRequire);
        }

        // A union has the members of all its branches, so none of them is required.
        foreach (var branch in SchemaFacts.Branches(target))
        {
            Collect(branch, pointer, canRequire: false);
        }
    }

    private PropertyModel Property(string wire, IOpenApiSchema schema, string pointer)
    {
        var name = SpecExtensions.GetString(schema, SpecExtensions.Name) ?? Naming.Member(wire, type.Name!);
        var (inner, wrapper) = Unwrap(schema, pointer);
        var target = SchemaFacts.Resolve(inner);
        var propertyType = mapper.Map(inner, pointer, type.Name + Naming.Pascal(wire));
        return new(wire, name, propertyType, schema.Description ?? target.Description ?? string.Empty)
        {
            IsInternal = SpecExtensions.GetFlag(schema, SpecExtensions.Internal),
            Secret = SpecExtensions.GetFlag(schema, SpecExtensions.Secret),
            Personal = SpecExtensions.GetFlag(schema, SpecExtensions.Personal),
            Constant = target.Enum is { Count: 1 } only && SchemaFacts.IsString(target) ? (string?)only[0] : null,
            Wrapper = wrapper,
            AllowsNull = target.Type?.HasFlag(JsonSchemaType.Null) == true,
        };
    }

    private static (IOpenApiSchema Inner, string? Wrapper) Unwrap(IOpenApiSchema schema, string pointer)
    {
        if (!SpecExtensions.GetFlag(schema, SpecExtensions.Unwrap))
        {
            return (schema, null);
        }

        return schema.Properties is { Count: 1 } properties
            ? (properties.Single().Value, properties.Single().Key)
            : throw new DocumentException(
                DocumentPointer.Append(pointer, SpecExtensions.Unwrap),
                "Only an object with a single property can be unwrapped.");
    }

    private void Add(PropertyModel property, string pointer)
    {
        if (_properties.TryGetValue(property.Wire, out var known))
        {
            _properties[property.Wire] = known with
            {
                Type = Merge(known.Type, property.Type, DocumentPointer.Append(pointer, "properties", property.Wire)),
                Constant = known.Constant == property.Constant ? known.Constant : null,
            };
            return;
        }

        _order.Add(property.Wire);
        _properties[property.Wire] = property;
    }

    private TypeRef Merge(TypeRef first, TypeRef second, string pointer)
    {
        if (first == second)
        {
            return first;
        }

        var kinds = new[] { first.Kind, second.Kind };
        return kinds switch
        {
            _ when kinds.All(kind => kind is TypeKind.Text or TypeKind.Enum or TypeKind.Id) => TypeRef.Text,
            _ when kinds.All(kind => kind is TypeKind.Int32 or TypeKind.Int64) => new(TypeKind.Int64),
            _ when kinds.All(kind => kind is TypeKind.Int32 or TypeKind.Int64 or TypeKind.Decimal) => new(TypeKind.Decimal),
            _ => mapper.Fallback(pointer, $"The branches declare it as {first.CSharp} and as {second.CSharp}."),
        };
    }
}
