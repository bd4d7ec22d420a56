using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Model records.</summary>
internal static class RecordEmitter
{
    public static string Emit(RecordModel model, Namespaces spaces)
    {
        var writer = CodeWriter.File(spaces.Public, Usings(model, spaces));
        writer.Summary(model.Doc);
        writer.Block($"public sealed partial record {model.Name}{Bases(model)}", () => Body(writer, model));
        return writer.ToString();
    }

    private static IEnumerable<string?> Usings(RecordModel model, Namespaces spaces)
    {
        var hasSecrets = model.Properties.Any(property => property.Secret);
        yield return hasSecrets ? "System.Diagnostics" : null;
        yield return hasSecrets ? "System.Text" : null;
        yield return model.KeepsRaw || model.IsBody || model.Properties.Any(property => property.Type.HasJson) ? "System.Text.Json" : null;
        yield return model.IsJson ? "System.Text.Json.Serialization" : null;
        yield return model.KeepsRaw || model.IsBody ? spaces.Json : null;
        yield return model.KeepsRaw || model.IsBody || model.Properties.Any(property => property.KeepsRaw) ? Namespaces.CoreSerialization : null;
        yield return model.IsQuery || model.IsForm ? Namespaces.CoreSerialization : null;
    }

    private static string Bases(RecordModel model)
    {
        string?[] bases = [model.IsBody ? "IJsonBody" : null, model.KeepsRaw ? $"IPreservesJson<{model.Name}>" : null];
        return bases is [null, null] ? string.Empty : $" : {string.Join(", ", bases.OfType<string>())}";
    }

    private static void Body(CodeWriter writer, RecordModel model)
    {
        writer.Separated(model.Properties, property => Property(writer, model, property));
        if (model.KeepsRaw)
        {
            Raw(writer, model);
        }

        if (model.IsBody)
        {
            writer.Line().Line($"void IJsonBody.WriteTo(Utf8JsonWriter writer) => {model.Name}Json.Write(writer, this);");
        }

        if (model.IsQuery)
        {
            AddTo(writer, model);
        }

        if (model.IsForm)
        {
            ToForm(writer, model);
        }

        if (model.Properties.Any(property => property.Secret))
        {
            PrintMembers(writer, model);
        }
    }

    private static void Property(CodeWriter writer, RecordModel model, PropertyModel property)
    {
        writer.Summary(property.Doc);
        if (model.IsJson)
        {
            writer.Line($"[JsonPropertyName({Docs.Literal(property.Wire)})]");
        }

        if (property.KeepsRaw)
        {
            writer.Line($"[JsonConverter(typeof(PreservingConverter<{property.Type.CSharp}>))]");
        }

        if (property.Secret)
        {
            writer.Line("[DebuggerBrowsable(DebuggerBrowsableState.Never)]");
        }

        writer.Line(Declaration(model, property));
    }

    // Answers are never 'required': a missing or null member must not make an answer unreadable.
    private static string Declaration(RecordModel model, PropertyModel property) => (IsRequired(model, property), property.Constant) switch
    {
        (true, { } constant) => $"public string {property.Name} {{ get; init; }} = {Docs.Literal(constant)};",
        _ when model.HasPlainId(property) => $"public {property.Type.CSharp} {property.Name} {{ get; {Setter(model)}; }}",
        (true, null) => $"public required {property.Type.CSharp} {property.Name} {{ get; init; }}",
        _ => $"public {property.Type.CSharp}? {property.Name} {{ get; {Setter(model)}; }}",
    };

    // An answer is read straight into its members. A value with its JSON keeps 'init', since a member that was set would not be sent.
    private static string Setter(RecordModel model) => model.HasSetters ? "set" : "init";

    private static bool IsRequired(RecordModel model, PropertyModel property) => model.IsRequest && property.Required;

    private static void Raw(CodeWriter writer, RecordModel model) => writer
        .Line()
        .Summary("Has no member set yet.")
        .Block($"public {model.Name}()", () => { })
        .Line()
        .Line("// What 'with' makes is something else than the JSON says, so a copy goes without it.")
        .Block($"private {model.Name}({model.Name} original)", () => writer
            .Lines(model.Properties.Select(property => $"{property.Name} = original.{property.Name};")))
        .Line()
        .Doc("summary", "The JSON as the service sent it: all there is of a kind that the other members do not know.\n\n"
            + "When it is set, it is what is sent, and the other members are not. A copy made by `with` has none, unless it is set there.")
        .Line("[JsonIgnore]")
        .Line("public JsonElement? Raw { get; init; }")
        .Line()
        .Line($"static {model.Name} IPreservesJson<{model.Name}>.Keep({model.Name} known, JsonElement raw) => known with {{ Raw = raw }};")
        .Line()
        .Line($"static {model.Name}? IPreservesJson<{model.Name}>.Read(ref Utf8JsonReader reader) => {model.Name}Json.Read(ref reader);")
        .Line()
        .Line($"static void IPreservesJson<{model.Name}>.Write(Utf8JsonWriter writer, {model.Name} value) => {model.Name}Json.Write(writer, value);");

    private static void AddTo(CodeWriter writer, RecordModel model)
    {
        writer.Line();
        writer.Summary("Adds the members as the keys of a deepObject query parameter.");
        writer.Block("internal void AddTo(NamedValues values, string name)", () => writer.Lines(
            model.Properties.Select(property => WireValues.Add(property, Key(property), nullable: !IsRequired(model, property), indexed: true, model.Pointer))));
    }

    private static string Key(PropertyModel property) =>
        $"name + {Docs.Literal($"[{property.Wire}]{(property.Wrapper is { } wrapper ? $"[{wrapper}]" : string.Empty)}")}";

    private static void ToForm(CodeWriter writer, RecordModel model)
    {
        writer.Line();
        writer.Summary("The content of a form with the members as its fields.");
        writer.Block("internal HttpContent ToForm()", () => writer
            .Line("var values = new NamedValues();")
            .Lines(model.Properties.Select(property =>
                WireValues.Add(property, Docs.Literal(property.Wire), nullable: !IsRequired(model, property), indexed: false, model.Pointer)))
            .Line("return values.ToForm();"));
    }

    private static void PrintMembers(CodeWriter writer, RecordModel model)
    {
        writer.Line();
        writer.Line("// ToString prints these members: a secret must not end up in a log.");
        writer.Block("private bool PrintMembers(StringBuilder builder)", () =>
        {
            var separator = string.Empty;
            foreach (var property in model.Properties)
            {
                writer.Line(property.Secret
                    ? $"builder.Append(\"{separator}{property.Name} = (secret)\");"
                    : $"builder.Append(\"{separator}{property.Name} = \").Append({property.Name});");
                separator = ", ";
            }

            writer.Line("return true;");
        });
    }
}
