using System.Text;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Emits the code that reads and writes a record as JSON. A program starts, and keeps, only the code that it uses.</summary>
internal sealed class RecordJsonEmitter(RecordModel model, Namespaces namespaces)
{
    public string Emit()
    {
        var writer = CodeWriter.File(
            namespaces.Json,
            [
                "System.Text.Json", Namespaces.CoreSerialization, namespaces.Public,
                .. namespaces.JsonOf(model.Properties.Select(property => property.Type)),
            ]);
        writer.Summary($"Reads and writes `{model.Name}`.");
        writer.Block($"internal static class {model.Name}Json", () =>
        {
            writer.Block($"public static {model.Name}? Read(ref Utf8JsonReader reader)", () => Read(writer));
            writer.Line();
            Write(writer);
        });
        return writer.ToString();
    }

    // Hand-written code adds members of its own, between the start and the end of the object.
    private void Write(CodeWriter writer)
    {
        var members = model.Properties.Select(property => JsonValueCode.WriteMember(model, property));
        writer.Block($"public static void Write(Utf8JsonWriter writer, {model.Name} value)", () => writer
            .Line("writer.WriteStartObject();")
            .Lines(model.HasOwnJson ? ["WriteMembers(writer, value);"] : members)
            .Line("writer.WriteEndObject();"));
        if (model.HasOwnJson)
        {
            writer.Line();
            writer.Block($"public static void WriteMembers(Utf8JsonWriter writer, {model.Name} value)", () => writer.Lines(members));
        }
    }

    private void Read(CodeWriter writer)
    {
        writer.Line("if (!JsonReading.Begin(ref reader))").Block(() => writer.Line("return null;")).Line();

        // A member with a setter is read into its place. The others are collected for the initializer.
        if (model.HasSetters)
        {
            writer.Line($"var value = new {model.Name}();");
        }
        else
        {
            writer.Lines(model.Properties.Select(property => $"{property.Type.CSharp}? {Local(property)} = null;"));
        }

        writer.Block("while (JsonReading.Next(ref reader, out var name))", () => Members(writer));
        writer.Line();
        if (model.HasSetters)
        {
            writer.Line("return value;");
        }
        else
        {
            writer.Line($"return new {model.Name}").Line("{");
            writer.Indent(() => writer.Lines(model.Properties.Select(property => $"{property.Name} = {Value(property)},"))).Line("};");
        }
    }

    // The length comes first, because most names differ in it.
    private void Members(CodeWriter writer) => writer.Block("switch (name.Length)", () =>
    {
        foreach (var property in model.Properties)
        {
            var target = model.HasSetters ? $"value.{property.Name}" : Local(property);
            var absent = model.HasSetters && model.HasPlainId(property) ? $" ?? {EmptyId(property)}" : string.Empty;
            writer
                .Line($"case {Encoding.UTF8.GetByteCount(property.Wire)} when name.SequenceEqual({XmlDocs.Literal(property.Wire)}u8):")
                .Indent(() => writer.Line($"{target} = {JsonValueCode.Read(property)}{absent};").Line("break;"));
        }

        writer.Line("default:").Indent(() => writer.Line("JsonReading.Skip(ref reader);").Line("break;"));
    });

    private static string Local(PropertyModel property) => $"{Naming.Camel(property.Name)}Value";

    private string Value(PropertyModel property) => (model.IsRequest && property.Required, property.Constant) switch
    {
        (true, { } constant) => $"{Local(property)} ?? {XmlDocs.Literal(constant)}",
        (true, null) when model.SendsNull(property) => $"{Local(property)}!",
        (true, null) => $"{Local(property)} ?? throw JsonReading.Missing({XmlDocs.Literal(property.Wire)})",
        _ when model.HasPlainId(property) => $"{Local(property)} ?? {EmptyId(property)}",
        _ => Local(property),
    };

    private static string EmptyId(PropertyModel property) => property.Type.Kind == TypeKind.Text ? "string.Empty" : "default";
}
