using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Makes an open enum of a schema, or of a union of such schemas.</summary>
internal static class EnumBuilder
{
    // Members that every open enum has.
    private static readonly HashSet<string> Members = new(StringComparer.Ordinal) { "Value", "ToString", "Equals", "GetHashCode", "Create" };

    public static EnumModel Build(TypeRef type, IOpenApiSchema schema, string pointer)
    {
        var values = Values(schema, pointer).DistinctBy(value => value.Wire, StringComparer.Ordinal).ToList();
        var clash = values.GroupBy(value => value.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1);
        return clash is null
            ? new(type, schema.Description ?? string.Empty, values)
            : throw new DocumentException(
                Pointers.At(pointer, "enum"),
                $"The values '{string.Join("' and '", clash.Select(value => value.Wire))}' have the same C# name: add {SpecExtensions.EnumNames}.");
    }

    private static IEnumerable<EnumValueModel> Values(IOpenApiSchema schema, string pointer)
    {
        var target = Shapes.Resolve(schema);
        var names = SpecExtensions.Get(target, SpecExtensions.EnumNames) as JsonObject;
        var docs = SpecExtensions.Get(target, SpecExtensions.EnumDescriptions) as JsonObject;
        var own = (target.Enum ?? [])
            .Where(node => node is not null)
            .Select(node => node!.GetValueKind() == System.Text.Json.JsonValueKind.String
                ? (string)node!
                : throw new DocumentException(Pointers.At(pointer, "enum"), "The values of an enum are strings."))
            .Select(wire => new EnumValueModel((string?)names?[wire] ?? Name(wire), wire, (string?)docs?[wire] ?? $"The value `{wire}`."));
        return own.Concat(Shapes.Branches(target).SelectMany(branch => Values(branch, pointer)));
    }

    private static string Name(string wire)
    {
        var name = Naming.EnumValue(wire);
        return Members.Contains(name) ? $"{name}Text" : name;
    }
}
