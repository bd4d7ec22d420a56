using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Emits ids with types of their own, so that one id cannot take the place of another.</summary>
internal static class IdEmitter
{
    public static string Emit(IdModel model, Namespaces namespaces)
    {
        var name = model.Name;
        var writer = CodeWriter.File(
            namespaces.Public,
            "System.Diagnostics.CodeAnalysis",
            "System.Text.Json",
            "System.Text.Json.Serialization",
            namespaces.Internal,
            Namespaces.CoreIds,
            Namespaces.CoreSerialization);
        writer.Summary(model.Doc);
        writer.Doc(
            "remarks",
            "A string converts to it implicitly. There is no conversion to a string: use `Value`. The default has no value, which is what "
            + "a response has when the service leaves the id out.");
        JsonTypeCode.Attribute(writer, name);
        var bases = $"IStringId<{name}>, IParsable<{name}>, IComparable<{name}>,";
        var json = JsonTypeCode.Interface(name);
        writer.Line($"public readonly record struct {name} :");
        writer.Indent(() => writer.Lines($"{bases} {json}".Length + 4 <= writer.Width ? [$"{bases} {json}"] : [bases, json]));
        writer.Block(() => Body(writer, model, namespaces));
        return writer.ToString();
    }

    /// <summary>Emits the kinds of ids that a document knows.</summary>
    public static string EmitKinds(DocumentModel document, Namespaces namespaces)
    {
        var others = document.OtherIds.Select(id => (Space: namespaces with { Document = id.Type.Document! }, id.Name)).ToList();
        var writer = CodeWriter.File(namespaces.Internal, [Namespaces.CoreIds, .. others.Select(other => other.Space.Internal)]);
        writer.Summary("The kinds of ids. They tell an id of the wrong kind before anything is sent.");
        writer.Block($"internal static class {namespaces.IdsClass}", () =>
        {
            foreach (var id in document.Ids)
            {
                var arguments = $"{XmlDocs.Literal(id.Kind)}, {XmlDocs.Literal(id.Prefix)}, MinSuffix: {id.MinSuffix}";
                writer.Line($"public static readonly IdKind {id.Name} = new({arguments});").Line();
            }

            // Created by its first use, because the lists of two documents may refer to each other.
            var all = document.Ids.Select(id => id.Name).Concat(others.Select(other => $"{other.Space.IdsClass}.{other.Name}"));
            writer.Line($"public static IdKind[] All => field ??= [{string.Join(", ", all)}];");
        });
        return writer.ToString();
    }

    private static void Body(CodeWriter writer, IdModel model, Namespaces namespaces)
    {
        var name = model.Name;
        writer.Line("private readonly string? _value;").Line();
        writer.Summary("Creates an id.").Param("value", "The id.");
        writer.Block($"public {name}(string value)", () => writer
            .Line("ArgumentNullException.ThrowIfNull(value);")
            .Line("_value = value;"));
        writer.Line();
        writer.Summary("Whether there is an id. A method that requires one refuses an id without a value.");
        writer.Line("public bool HasValue => _value is not null;").Line();
        writer.Summary("The id, or an empty string if there is none.").Line("public string Value => _value ?? string.Empty;").Line();
        writer.Line($"static IdKind IStringId<{name}>.Kind => {namespaces.IdsClass}.{name};").Line();
        writer.Line($"static ReadOnlySpan<IdKind> IStringId<{name}>.Kinds => {namespaces.IdsClass}.All;").Line();
        writer.Line($"static {name} IStringId<{name}>.Create(string value) => new(value);").Line();
        const string write = "writer.WriteStringValue(value.HasValue ? value.Value : null)";
        JsonTypeCode.Implementation(writer, name, "JsonReading.Id", write, orDefault: true);
        writer.Line();
        writer.Summary("Converts a string to an id. Null becomes the default, which has no value.").Param("value", "The id.");
        writer.Line($"public static implicit operator {name}(string? value) => value is null ? default : new(value);").Line();
        Parsing(writer, name);
        writer.Summary("Compares the strings ordinally.").Param("other", "The other id.");
        writer.Line($"public int CompareTo({name} other) => string.CompareOrdinal(_value, other._value);").Line();
        writer.Summary("The id, or an empty string if there is none.").Line("public override string ToString() => Value;");
    }

    private static void Parsing(CodeWriter writer, string name) => writer
        .Line("/// <inheritdoc/>")
        .Line($"public static {name} Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var id)")
        .Indent(() => writer.Line("? id").Line(": throw new FormatException(\"An id must not be empty or white space.\");"))
        .Line()
        .Line("/// <inheritdoc/>")
        .Block($"public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out {name} result)", () => writer
            .Line("result = string.IsNullOrWhiteSpace(s) ? default : new(s);")
            .Line("return result.HasValue;"))
        .Line();
}
