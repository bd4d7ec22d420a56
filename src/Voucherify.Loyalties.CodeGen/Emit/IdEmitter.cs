using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Ids with types of their own, so that one cannot be given in place of another.</summary>
internal static class IdEmitter
{
    public static string Emit(IdModel model, Namespaces spaces)
    {
        var name = model.Name;
        var writer = CodeWriter.File(
            spaces.Public, "System.Diagnostics.CodeAnalysis", "System.Text.Json.Serialization", spaces.Internal, Namespaces.CoreIds, Namespaces.CoreSerialization);
        writer.Summary(model.Doc);
        writer.Doc("remarks", "A string converts to it by itself; nothing converts it to a string but `Value`. The default has no value: the service did not tell it.");
        writer.Line($"[JsonConverter(typeof(StringIdConverter<{name}>))]");
        writer.Block($"public readonly record struct {name} : IStringId<{name}>, IParsable<{name}>, IComparable<{name}>", () => Body(writer, model, spaces));
        return writer.ToString();
    }

    /// <summary>The kinds of ids that a document knows, which is what tells a wrong one.</summary>
    public static string Kinds(IReadOnlyList<IdModel> ids, Namespaces spaces)
    {
        var writer = CodeWriter.File(spaces.Internal, Namespaces.CoreIds);
        writer.Summary("The kinds of ids, by which one in the place of another is recognized before anything is sent.");
        writer.Block($"internal static class {spaces.IdsClass}", () =>
        {
            foreach (var id in ids)
            {
                writer.Line($"public static readonly IdKind {id.Name} = new({Docs.Literal(id.Kind)}, {Docs.Literal(id.Prefix)}, MinSuffix: {id.MinSuffix});").Line();
            }

            writer.Line($"public static readonly IdKind[] All = [{string.Join(", ", ids.Select(id => id.Name))}];");
        });
        return writer.ToString();
    }

    private static void Body(CodeWriter writer, IdModel model, Namespaces spaces)
    {
        var name = model.Name;
        writer.Line("private readonly string? _value;").Line();
        writer.Summary("Holds an id.").Param("value", "The id.");
        writer.Block($"public {name}(string value)", () => writer.Line("ArgumentNullException.ThrowIfNull(value);").Line("_value = value;")).Line();
        writer.Summary("Whether there is an id. Without one it is refused where an id is required.");
        writer.Line("public bool HasValue => _value is not null;").Line();
        writer.Summary("The id; empty where there is none.");
        writer.Line("public string Value => _value ?? string.Empty;").Line();
        writer.Line($"static IdKind IStringId<{name}>.Kind => {spaces.IdsClass}.{name};").Line();
        writer.Line($"static ReadOnlySpan<IdKind> IStringId<{name}>.Kinds => {spaces.IdsClass}.All;").Line();
        writer.Line($"static {name} IStringId<{name}>.Create(string value) => new(value);").Line();
        writer.Summary("Takes a string as an id; null as none.").Param("value", "The id.");
        writer.Line($"public static implicit operator {name}(string? value) => value is null ? default : new(value);").Line();
        writer.Line("/// <inheritdoc/>").Line($"public static {name} Parse(string s, IFormatProvider? provider = null) =>");
        writer.Indent(() => writer.Line($"TryParse(s, provider, out var id) ? id : throw new FormatException(\"An id has at least one character that is no white space.\");")).Line();
        writer.Line("/// <inheritdoc/>").Block($"public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out {name} result)", () => writer
            .Line("result = string.IsNullOrWhiteSpace(s) ? default : new(s);")
            .Line("return result.HasValue;")).Line();
        writer.Summary("Compares the strings, character by character.").Param("other", "The other id.");
        writer.Line($"public int CompareTo({name} other) => string.CompareOrdinal(_value, other._value);").Line();
        writer.Summary("The id; empty where there is none.").Line("public override string ToString() => Value;");
    }
}
