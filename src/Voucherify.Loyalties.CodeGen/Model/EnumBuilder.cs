using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Builds an open enum from a schema, or from a union of such schemas.</summary>
internal static class EnumBuilder
{
    // The members that every open enum has.
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal)
    {
        "Value", "ToString", "Equals", "GetHashCode", "Create",
    };

    public static EnumModel Build(TypeRef type, IOpenApiSchema schema, string pointer)
    {
        var values = Values(schema, pointer).DistinctBy(value => value.Wire, StringComparer.Ordinal).ToList();
        var clash = values.GroupBy(value => value.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        if (clash is not null)
        {
            var clashing = string.Join("' and '", clash.Select(value => value.Wire));
            throw new DocumentException(
                DocumentPointer.Append(pointer, "enum"),
                $"The values '{clashing}' have the same C# name. Add {SpecExtensions.EnumNames}.");
        }

        return new(type, schema.Description ?? string.Empty, values)
        {
            IsInternal = SpecExtensions.GetFlag(schema, SpecExtensions.Internal),
        };
    }

    private static IEnumerable<EnumValueModel> Values(IOpenApiSchema schema, string pointer)
    {
        var target = SchemaFacts.Resolve(schema);
        var names = SpecExtensions.Get(target, SpecExtensions.EnumNames) as JsonObject;
        var docs = SpecExtensions.Get(target, SpecExtensions.EnumDescriptions) as JsonObject;
        return (target.Enum ?? [])
            .OfType<JsonNode>()
            .Select(value => value.GetValueKind() == JsonValueKind.String
                ? (string)value!
                : throw new DocumentException(DocumentPointer.Append(pointer, "enum"), "The values of an enum are strings."))
            .Select(wire => new EnumValueModel((string?)names?[wire] ?? Name(wire), wire, (string?)docs?[wire] ?? $"The value `{wire}`."))
            .Concat(SchemaFacts.Branches(target).SelectMany(branch => Values(branch, pointer)));
    }

    private static string Name(string wire)
    {
        var name = Naming.EnumValue(wire);
        return Members.Contains(name) ? $"{name}Text" : name;
    }
}
