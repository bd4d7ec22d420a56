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
            TypeKind.Metadata when model.SendsNull(property) => $"JsonWriting.MetadataOrNull({arguments});",
            TypeKind.Enum => $"JsonWriting.OpenEnum<{type.CSharp}>({arguments});",
            TypeKind.Id when model.IsRequest => $"JsonWriting.RequestId<{type.CSharp}>({arguments});",
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
        TypeKind.Enum or TypeKind.Id => $"JsonReading.{OpenOrId(type)}<{type.CSharp}>",
        TypeKind.List or TypeKind.Map or TypeKind.StringOr or TypeKind.Page => $"static (ref reader) => {Read(type)}",
        _ => $"JsonReading.{type.Kind}",
    };

    /// <summary>The delegate that reads a response of this type.</summary>
    public static string ResponseReader(TypeRef type) => type is { Kind: TypeKind.List, Item: { Kind: TypeKind.Record } item }
        ? $"static (ref reader) => JsonReading.ResponseList<{item.CSharp}>(ref reader, {Reader(item)})"
        : Reader(type);

    /// <summary>The delegate that writes an item of this type.</summary>
    public static string Writer(TypeRef type) => type.Kind switch
    {
        TypeKind.Record => $"{type.CSharp}Json.Write",
        _ => $"static (writer, value) => {Write(type)}",
    };

    private static string Read(TypeRef type) => type.Kind switch
    {
        TypeKind.Enum or TypeKind.Id => $"JsonReading.{OpenOrId(type)}<{type.CSharp}>(ref reader)",
        TypeKind.Record => $"{type.CSharp}Json.Read(ref reader)",
        TypeKind.List when IsValue(type.Item!) => $"JsonReading.Values<{type.Item!.CSharp}>(ref reader, {Reader(type.Item!)})",
        TypeKind.Map when IsValue(type.Item!) => $"JsonReading.ValueMap<{type.Item!.CSharp}>(ref reader, {Reader(type.Item!)})",
        TypeKind.Page => $"PageJson.Read<{type.Item!.CSharp}>(ref reader, {Reader(type.Item!)})",
        TypeKind.List or TypeKind.Map or TypeKind.StringOr =>
            $"JsonReading.{type.Kind}<{type.Item!.CSharp}>(ref reader, {Reader(type.Item!)})",
        _ => $"JsonReading.{type.Kind}(ref reader)",
    };

    private static string Write(TypeRef type) => type.Kind switch
    {
        TypeKind.Page => $"PageJson.Write(writer, value, {Writer(type.Item!)})",
        TypeKind.List or TypeKind.Map => $"JsonWriting.{type.Kind}(writer, value, {Writer(type.Item!)})",
        TypeKind.Json or TypeKind.Metadata => "value.WriteTo(writer)",
        TypeKind.Boolean => "writer.WriteBooleanValue(value)",
        TypeKind.Int32 or TypeKind.Int64 or TypeKind.Decimal or TypeKind.Double => "writer.WriteNumberValue(value)",
        TypeKind.Text => "writer.WriteStringValue(value)",
        TypeKind.Enum or TypeKind.Id => "writer.WriteStringValue(value.Value)",
        TypeKind.StringOr => $"JsonWriting.StringOr(writer, value, {Writer(type.Item!)})",
        _ => $"JsonWriting.{type.Kind}(writer, value)",
    };

    private static string OpenOrId(TypeRef type) => type.Kind == TypeKind.Enum ? "OpenEnum" : "Id";

    /// <summary>Whether a null of this type is left out of a list or map, because .NET's type has no null.</summary>
    private static bool IsValue(TypeRef type) =>
        type.Kind is not (TypeKind.Text or TypeKind.Record or TypeKind.Json or TypeKind.List or TypeKind.Map);
}
