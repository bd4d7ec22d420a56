using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>
/// Emits open enums: structs around a string, so that values of the future are kept. The known values are constants, so that they can be
/// the labels of a switch.
/// </summary>
internal static class EnumEmitter
{
    public static string Emit(EnumModel model, Namespaces namespaces)
    {
        var writer = CodeWriter.File(
            namespaces.Public,
            "System.Diagnostics.CodeAnalysis",
            "System.Text.Json",
            "System.Text.Json.Serialization",
            Namespaces.CoreSerialization);
        writer.Summary(model.Doc);
        writer.Doc(
            "remarks",
            "Unknown values are kept as they are. Compare with the listed values, and expect others. The listed values are constants: they "
            + "work as the cases of a `switch` statement. A pattern, as in a `switch` expression, needs the string: `Type?.Value switch`.");
        writer.Experimental(model.IsExperimental);
        JsonTypeCode.Attribute(writer, model.Name);
        writer.Line($"{(model.IsInternal ? "internal" : "public")} readonly partial record struct {model.Name} :").Indent(() => writer
            .Line($"IOpenEnum<{model.Name}>, {JsonTypeCode.Interface(model.Name)}"));
        writer.Block(() => Body(writer, model));
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
            writer.Summary(value.Doc).Line($"public const string {value.Name} = {XmlDocs.Literal(value.Wire)};").Line();
        }

        writer.Summary("The value, as the service writes it.").Line("public string Value => _value ?? string.Empty;").Line();
        writer.Line($"static ReadOnlySpan<{name}> IOpenEnum<{name}>.Known => All;").Line();
        writer.Line($"static {name} IOpenEnum<{name}>.Create(string value) => new(value);").Line();
        writer.Summary("The value, as the service writes it.").Line("public override string ToString() => Value;").Line();

        Conversions(writer, name);
        JsonTypeCode.Implementation(writer, name, "JsonReading.OpenEnum", "writer.WriteStringValue(value.Value)", orDefault: true);
        writer.Line();
        var known = string.Join(", ", model.Values.Select(value => $"new({value.Name})"));
        writer.Line($"private static readonly {name}[] All = [{known}];");
    }

    // The conversion to a string is what lets a switch statement compare with constants. Both take null as it is, because a conditional
    // expression of constants is a string that may be null.
    private static void Conversions(CodeWriter writer, string name)
    {
        const string toEnum = "Converts a string, which may be one that is not listed here.";
        const string toString = "Returns the value, as the service writes it.";
        const string notNull = "[return: NotNullIfNotNull(nameof(value))]";
        writer.Summary(toEnum).Param("value", "The value, as the service writes it.");
        writer.Line($"public static implicit operator {name}(string value) => value is null ? default : new(value);").Line();
        writer.Summary(toEnum).Param("value", "The value, as the service writes it.").Line(notNull);
        writer.Line($"public static implicit operator {name}?(string? value) =>");
        writer.Indent(() => writer.Line($"value is null ? default({name}?) : new {name}(value);")).Line();
        writer.Summary(toString).Param("value", "The value.").Line(notNull);
        writer.Line($"public static implicit operator string?({name}? value) => value?.Value;").Line();
    }
}
