using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Emits open enums: structs around a string, so that values of the future are kept.</summary>
internal static class EnumEmitter
{
    public static string Emit(EnumModel model, Namespaces namespaces)
    {
        var writer = CodeWriter.File(namespaces.Public, "System.Text.Json.Serialization", Namespaces.CoreSerialization);
        writer.Summary(model.Doc);
        writer.Doc("remarks", "Unknown values are kept as they are. Compare with the listed values, and expect others.");
        writer.Line($"[JsonConverter(typeof(OpenEnumConverter<{model.Name}>))]");
        writer.Block($"public readonly partial record struct {model.Name} : IOpenEnum<{model.Name}>", () => Body(writer, model));
        return writer.ToString();
    }

    private static void Body(CodeWriter writer, EnumModel model)
    {
        var name = model.Name;
        writer.Line("private readonly string? _value;").Line();
        writer.Summary("Creates a value, which may be one that is not listed here.");
        writer.Param("value", "The value, as the service writes it.");
        writer.Block($"public {name}(string value)", () => writer
            .Line("ArgumentNullException.ThrowIfNull(value);")
            .Line("_value = value;"));
        writer.Line();
        foreach (var value in model.Values)
        {
            writer.Summary(value.Doc).Line($"public static {name} {value.Name} {{ get; }} = new({XmlDocs.Literal(value.Wire)});").Line();
        }

        writer.Summary("The value, as the service writes it.").Line("public string Value => _value ?? string.Empty;").Line();
        writer.Line($"static ReadOnlySpan<{name}> IOpenEnum<{name}>.Known => All;").Line();
        writer.Line($"static {name} IOpenEnum<{name}>.Create(string value) => new(value);").Line();
        writer.Summary("The value, as the service writes it.").Line("public override string ToString() => Value;").Line();

        // After the values: static members are initialized in the order of the text.
        writer.Line($"private static readonly {name}[] All = [{string.Join(", ", model.Values.Select(value => value.Name))}];");
    }
}
