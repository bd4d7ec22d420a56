using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Open enums: a struct over the text, so that a value from tomorrow survives.</summary>
internal static class EnumEmitter
{
    public static string Emit(EnumModel model, Namespaces spaces)
    {
        var writer = CodeWriter.File(spaces.Public, "System.Text.Json.Serialization", Namespaces.CoreSerialization);
        writer.Doc("summary", model.Doc);
        writer.Doc("remarks", "A value that is not listed here is kept as it is: compare with the listed ones, and expect others.");
        writer.Line($"[JsonConverter(typeof(OpenEnumConverter<{model.Name}>))]");
        writer.Block($"public readonly partial record struct {model.Name} : IOpenEnum<{model.Name}>", () => Body(writer, model));
        return writer.ToString();
    }

    private static void Body(CodeWriter writer, EnumModel model)
    {
        writer.Line("private readonly string? _value;").Line();
        writer.Summary("Holds a value, also one that is not listed here.");
        writer.Param("value", "The value, as the service writes it.");
        writer.Block($"public {model.Name}(string value)", () => writer
            .Line("ArgumentNullException.ThrowIfNull(value);")
            .Line("_value = value;"));
        writer.Line();
        foreach (var value in model.Values)
        {
            writer.Summary(value.Doc);
            writer.Line($"public static {model.Name} {value.Name} {{ get; }} = new({Docs.Literal(value.Wire)});").Line();
        }

        writer.Summary("The value, as the service writes it.");
        writer.Line("public string Value => _value ?? string.Empty;").Line();
        writer.Line($"static ReadOnlySpan<{model.Name}> IOpenEnum<{model.Name}>.Known => All;").Line();
        writer.Line($"static {model.Name} IOpenEnum<{model.Name}>.Create(string value) => new(value);").Line();
        writer.Summary("The value, as the service writes it.");
        writer.Line("public override string ToString() => Value;").Line();

        // Behind the values: static members are filled in the order of the text.
        writer.Line($"private static readonly {model.Name}[] All = [{string.Join(", ", model.Values.Select(value => value.Name))}];");
    }
}
