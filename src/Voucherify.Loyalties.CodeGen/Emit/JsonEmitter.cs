using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>How a record is read from JSON and written to it: straight code, so that a program starts and keeps only what it uses.</summary>
internal sealed class JsonEmitter(RecordModel model, Namespaces spaces)
{
    public string Emit()
    {
        var writer = CodeWriter.File(spaces.Json, ["System.Text.Json", Namespaces.CoreSerialization, spaces.Public, .. spaces.JsonOf(model.Properties.Select(property => property.Type))]);
        writer.Summary($"Reads and writes `{model.Name}`.");
        writer.Block($"internal static class {model.Name}Json", () =>
        {
            writer.Block($"public static {model.Name}? Read(ref Utf8JsonReader reader)", () => Read(writer));
            writer.Line();
            writer.Block($"public static void Write(Utf8JsonWriter writer, {model.Name} value)", () => writer
                .Line("writer.WriteStartObject();")
                .Lines(model.Properties.Select(JsonCode.WriteMember))
                .Line("writer.WriteEndObject();"));
        });
        return writer.ToString();
    }

    private void Read(CodeWriter writer)
    {
        writer.Line("if (!JsonReading.Begin(ref reader))").Block(() => writer.Line("return null;")).Line();

        // A member that is set can be read into its place; the others are given to the initializer.
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

    // The length first: most names are told apart by it.
    private void Members(CodeWriter writer) => writer.Block("switch (name.Length)", () =>
    {
        foreach (var property in model.Properties)
        {
            writer.Line($"case {System.Text.Encoding.UTF8.GetByteCount(property.Wire)} when name.SequenceEqual({Docs.Literal(property.Wire)}u8):").Indent(() => writer
                .Line($"{(model.HasSetters ? $"value.{property.Name}" : Local(property))} = {JsonCode.Read(property)}{(model.HasSetters && model.HasPlainId(property) ? " ?? default" : string.Empty)};")
                .Line("break;"));
        }

        writer.Line("default:").Indent(() => writer.Line("JsonReading.Skip(ref reader);").Line("break;"));
    });

    private static string Local(PropertyModel property) => $"{Naming.Camel(property.Name)}Value";

    private string Value(PropertyModel property) => (model.IsRequest && property.Required, property.Constant) switch
    {
        (true, { } constant) => $"{Local(property)} ?? {Docs.Literal(constant)}",
        (true, null) => $"{Local(property)} ?? throw JsonReading.Missing({Docs.Literal(property.Wire)})",
        _ when model.HasPlainId(property) => $"{Local(property)} ?? default",
        _ => Local(property),
    };
}
