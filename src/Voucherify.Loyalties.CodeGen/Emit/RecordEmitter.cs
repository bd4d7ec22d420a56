using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Emits model records.</summary>
internal static class RecordEmitter
{
    public static string Emit(RecordModel model, Namespaces namespaces)
    {
        var writer = CodeWriter.File(namespaces.Public, Usings(model, namespaces));
        writer.Summary(model.Doc);
        writer.Experimental(model.IsExperimental);
        if (model.IsJson)
        {
            JsonTypeCode.Attribute(writer, model.Name);
        }

        writer.Block(
            $"{Visibility(model.IsInternal)} sealed partial record {model.Name}{Bases(model)}", () => Body(writer, model));
        return writer.ToString();
    }

    private static IEnumerable<string?> Usings(RecordModel model, Namespaces namespaces)
    {
        var hasSecrets = model.Properties.Any(property => property.Secret);
        yield return ExperimentalCode.Using(model.IsExperimental);
        yield return hasSecrets ? "System.Diagnostics" : null;
        yield return ToStringEmitter.HidesAny(model.Properties) ? "System.Text" : null;
        var usesJson = model is { IsJson: true, HasOwnJson: false } || model.IsBody;
        yield return usesJson || model.Properties.Any(property => property.Type.HasJson) ? "System.Text.Json" : null;
        yield return model.IsJson ? "System.Text.Json.Serialization" : null;
        yield return usesJson ? namespaces.Json : null;
        yield return model.KeepsRaw || model.IsBody || model.IsQuery || model.IsForm ? Namespaces.CoreSerialization : null;
    }

    private static string Bases(RecordModel model)
    {
        string?[] bases =
        [
            model.IsBody ? "IJsonBody" : null,
            model.KeepsRaw ? $"IPreservesJson<{model.Name}>" : null,
            model.IsJson ? JsonTypeCode.Interface(model.Name) : null,
        ];
        return bases is [null, null, null] ? string.Empty : $" : {string.Join(", ", bases.OfType<string>())}";
    }

    private static void Body(CodeWriter writer, RecordModel model)
    {
        writer.Separated(model.Properties, property => Property(writer, model, property));
        if (model.KeepsRaw)
        {
            Raw(writer, model);
        }

        if (model is { IsJson: true, HasOwnJson: false })
        {
            Json(writer, model);
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

        ToStringEmitter.Emit(writer, model.Properties);
    }

    private static void Property(CodeWriter writer, RecordModel model, PropertyModel property)
    {
        writer.Summary(property.Doc);
        if (model.IsJson)
        {
            writer.Line($"[JsonPropertyName({XmlDocs.Literal(property.Wire)})]");
        }

        if (property.Secret)
        {
            writer.Line("[DebuggerBrowsable(DebuggerBrowsableState.Never)]");
        }

        writer.Line(Declaration(model, property));
    }

    // Members of responses are never 'required': a missing or null member must not make a response unreadable.
    private static string Declaration(RecordModel model, PropertyModel property) => (IsRequired(model, property), property.Constant) switch
    {
        (true, { } constant) => $"public string {property.Name} {{ get; init; }} = {XmlDocs.Literal(constant)};",
        (true, null) => $"public required {property.Type.CSharp} {property.Name} {{ get; init; }}",
        _ when model.HasPlainId(property) => PlainId(model, property),
        _ => $"{Visibility(property.IsInternal)} {property.Type.CSharp}? {property.Name} {{ get; {Setter(model)}; }}",
    };

    private static string Visibility(bool isInternal) => isInternal ? "internal" : "public";

    // An absent id is empty, so that no caller has to write '!' behind it. A method that takes ids refuses an empty one.
    private static string PlainId(RecordModel model, PropertyModel property)
    {
        var declaration = $"public {property.Type.CSharp} {property.Name} {{ get; {Setter(model)}; }}";
        return property.Type.Kind == TypeKind.Text ? $"{declaration} = string.Empty;" : declaration;
    }

    // Responses are read directly into their members. A record that keeps its JSON has 'init', because a changed member would not be sent.
    private static string Setter(RecordModel model) => model.HasSetters ? "set" : "init";

    private static bool IsRequired(RecordModel model, PropertyModel property) => model.IsRequest && property.Required;

    private static void Json(CodeWriter writer, RecordModel model)
    {
        var (read, write) = model.KeepsRaw
            ? ($"JsonReading.KeptRaw<{model.Name}>", "JsonWriting.KeptRaw(writer, value)")
            : ($"{model.Name}Json.Read", $"{model.Name}Json.Write(writer, value)");
        writer.Line();
        JsonTypeCode.Implementation(writer, model.Name, read, write, orDefault: false);
    }

    private static void Raw(CodeWriter writer, RecordModel model)
    {
        var name = model.Name;
        writer.Line().Summary("Creates a record without values.").Block($"public {name}()", () => { }).Line();
        writer.Line("// A copy made by 'with' differs from the JSON, so it does not keep it.");
        writer.Block($"private {name}({name} original)", () => writer
            .Lines(model.Properties.Select(property => $"{property.Name} = original.{property.Name};"))).Line();
        writer.Doc(
            "summary",
            "The JSON as the service sent it. For a kind that the other members do not cover, it is the only content.\n\n"
            + "If it is set, it is sent instead of the other members. A copy made by `with` does not have it, unless `with` sets it.");
        writer.Line("[JsonIgnore]").Line("public JsonElement? Raw { get; init; }").Line();
        writer.Line($"static {name} IPreservesJson<{name}>.Keep({name} known, JsonElement raw) => known with {{ Raw = raw }};").Line();
        writer.Line($"static {name}? IPreservesJson<{name}>.Read(ref Utf8JsonReader reader) => {name}Json.Read(ref reader);").Line();
        writer.Line($"static void IPreservesJson<{name}>.Write(Utf8JsonWriter writer, {name} value) => {name}Json.Write(writer, value);");
    }

    private static void AddTo(CodeWriter writer, RecordModel model) => writer
        .Line()
        .Summary("Adds the members as the keys of a deepObject query parameter.")
        .Block("internal void AddTo(NamedValues values, string name)", () => writer.Lines(model.Properties.Select(property =>
            WireValueCode.Add(property, Key(property), nullable: !IsRequired(model, property), indexed: true, model.Pointer))));

    private static string Key(PropertyModel property) =>
        $"name + {XmlDocs.Literal($"[{property.Wire}]{(property.Wrapper is { } wrapper ? $"[{wrapper}]" : string.Empty)}")}";

    private static void ToForm(CodeWriter writer, RecordModel model) => writer
        .Line()
        .Summary("Returns a form with the members as its fields.")
        .Block("internal HttpContent ToForm()", () => writer
            .Line("var values = new NamedValues();")
            .Lines(model.Properties.Select(property => WireValueCode.Add(
                property,
                XmlDocs.Literal(property.Wire),
                nullable: !IsRequired(model, property),
                indexed: false,
                model.Pointer)))
            .Line("return values.ToForm();"));
}
