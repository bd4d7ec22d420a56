using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The expressions that read and write a JSON value of a type.</summary>
internal static class JsonValueCode
{
    /// <summary>Reads the value of a member, or null.</summary>
    public static string Read(PropertyModel property) =>
        property.KeepsRaw ? $"JsonReading.KeptRaw<{property.Type.CSharp}>(ref reader)" : Read(property.Type);

    /// <summary>
    /// Writes a member unless it is null, or an empty id that stands for an absent one. A request must not name an empty id.
    /// </summary>
    public static string WriteMember(RecordModel model, PropertyModel property)
    {
        var type = property.Type;
        var arguments = $"writer, {XmlDocs.Literal(property.Wire)}u8, value.{property.Name}";
        return type.Kind switch
        {
            TypeKind.Enum => $"JsonWriting.OpenEnum<{type.CSharp}>({arguments});",
            TypeKind.Id => $"JsonWriting.Id<{type.CSharp}>({arguments});",
            TypeKind.Text when model.IsRequest && property.IsId => $"JsonWriting.TextId({arguments});",
            TypeKind.Text when model.HasPlainId(property) => $"JsonWriting.TextUnlessEmpty({arguments});",
            TypeKind.StringOr => $"JsonWriting.StringOr<{type.Item!.CSharp}>({arguments}, {Writer(type.Item!)});",
            TypeKind.Record when property.KeepsRaw => $"JsonWriting.Member({arguments}, JsonWriting.KeptRaw);",
            TypeKind.Record or TypeKind.List or TypeKind.Map => $"JsonWriting.Member({arguments}, {Writer(type)});",
            _ => $"JsonWriting.{type.Kind}({arguments});",
        };
    }

    /// <summary>The delegate that reads an item of this type.</summary>
    public static string Reader(TypeRef type) => type.Kind switch
    {
        TypeKind.Text => "JsonReading.Text",
        TypeKind.Record => $"{type.CSharp}Json.Read",
        TypeKind.Json => "JsonElement.ParseValue",
        TypeKind.Metadata => "LoyaltyMetadata.Read",
        TypeKind.List or TypeKind.Map => $"static (ref reader) => {Read(type)}",
        _ => $"static (ref reader) => {Read(type)} ?? throw JsonReading.NoItem()",
    };

    /// <summary>The delegate that writes an item of this type.</summary>
    public static string Writer(TypeRef type) => type.Kind switch
    {
        TypeKind.Record => $"{type.CSharp}Json.Write",
        _ => $"static (writer, value) => {Write(type)}",
    };

    private static string Read(TypeRef type) => type.Kind switch
    {
        TypeKind.Enum => $"JsonReading.OpenEnum<{type.CSharp}>(ref reader)",
        TypeKind.Id => $"JsonReading.Id<{type.CSharp}>(ref reader)",
        TypeKind.Record => $"{type.CSharp}Json.Read(ref reader)",
        TypeKind.List or TypeKind.Map or TypeKind.StringOr =>
            $"JsonReading.{type.Kind}<{type.Item!.CSharp}>(ref reader, {Reader(type.Item!)})",
        _ => $"JsonReading.{type.Kind}(ref reader)",
    };

    private static string Write(TypeRef type) => type.Kind switch
    {
        TypeKind.List or TypeKind.Map => $"JsonWriting.{type.Kind}(writer, value, {Writer(type.Item!)})",
        TypeKind.Json or TypeKind.Metadata => "value.WriteTo(writer)",
        TypeKind.Boolean => "writer.WriteBooleanValue(value)",
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.Decimal or TypeKind.Double => "writer.WriteNumberValue(value)",
        TypeKind.Text => "writer.WriteStringValue(value)",
        TypeKind.Enum or TypeKind.Id => "writer.WriteStringValue(value.Value)",
        TypeKind.StringOr => $"JsonWriting.StringOr(writer, value, {Writer(type.Item!)})",
        _ => $"JsonWriting.{type.Kind}(writer, value)",
    };
}
