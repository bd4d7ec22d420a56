using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Makes one flat record of an object, of <c>allOf</c> parts, or of the branches of a union.</summary>
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
            throw new DocumentException(pointer, $"The properties '{string.Join("' and '", clash.Select(property => property.Wire))}' have the same C# name.");
        }

        return new(type, schema.Description ?? string.Empty, pointer, properties) { KeepsRaw = SpecExtensions.Flag(schema, SpecExtensions.KeepRaw) };
    }

    private void Collect(IOpenApiSchema schema, string pointer, bool canRequire)
    {
        var target = Shapes.Resolve(schema);
        if (canRequire)
        {
            // A part of an allOf can require what another part declares.
            _required.UnionWith(target.Required ?? new HashSet<string>());
        }

        foreach (var (wire, property) in target.Properties ?? new Dictionary<string, IOpenApiSchema>())
        {
            Add(Property(wire, property, Pointers.At(pointer, "properties", wire)), pointer);
        }

        foreach (var part in target.AllOf ?? [])
        {
            Collect(part, pointer, canRequire);
        }

        // No member is in every branch of a union, as far as C# is concerned.
        foreach (var branch in Shapes.Branches(target))
        {
            Collect(branch, pointer, canRequire: false);
        }
    }

    private PropertyModel Property(string wire, IOpenApiSchema schema, string pointer)
    {
        var member = SpecExtensions.Text(schema, SpecExtensions.Name) ?? Naming.Member(wire, type.Name!);
        var (inner, wrapper) = Unwrap(schema, pointer);
        var target = Shapes.Resolve(inner);
        return new(wire, member, mapper.Map(inner, pointer, type.Name + Naming.Pascal(wire)), schema.Description ?? target.Description ?? string.Empty)
        {
            Secret = SpecExtensions.Flag(schema, SpecExtensions.Secret),
            Constant = target.Enum is { Count: 1 } only && Shapes.IsText(target) ? (string?)only[0] : null,
            Wrapper = wrapper,
        };
    }

    private static (IOpenApiSchema Inner, string? Wrapper) Unwrap(IOpenApiSchema schema, string pointer)
    {
        if (!SpecExtensions.Flag(schema, SpecExtensions.Unwrap))
        {
            return (schema, null);
        }

        return schema.Properties is { Count: 1 } properties
            ? (properties.Single().Value, properties.Single().Key)
            : throw new DocumentException(Pointers.At(pointer, SpecExtensions.Unwrap), "Only an object with a single property can be unwrapped.");
    }

    private void Add(PropertyModel property, string pointer)
    {
        if (_properties.TryGetValue(property.Wire, out var known))
        {
            _properties[property.Wire] = known with
            {
                Type = Merge(known.Type, property.Type, Pointers.At(pointer, "properties", property.Wire)),
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
