using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>
/// Emits the checks of a body and its parts: required members, ids of the right kind, and the members that a type names. Parts are used in
/// responses, too, so their members are never required in C#.
/// </summary>
internal sealed class CheckEmitter(DocumentModel document, Namespaces namespaces)
{
    private readonly Dictionary<TypeRef, RecordModel> _records =
        document.Records.Where(record => record.IsChecked).ToDictionary(record => record.Type);

    /// <summary>The name of the class.</summary>
    public static string ClassName(TypeRef type) => $"{type.Name}Check";

    /// <summary>Whether a record, or a part of it, has anything to check.</summary>
    public bool Emits(RecordModel model) =>
        model.Choice is not null
        || model.Properties.SelectMany(property => OfMember(model, property)).Any()
        || model.Properties.SelectMany(OfPart).Any();

    public string Emit(RecordModel model)
    {
        var writer = CodeWriter.File(namespaces.Checks, Namespaces.CoreValidation, namespaces.Public);
        writer.Summary($"Checks `{model.Name}` before it is sent.");
        writer.Block($"internal static class {ClassName(model.Type)}", () =>
            writer.Block($"public static void Run({model.Name} value, string path)", () => Body(writer, model)));
        return writer.ToString();
    }

    private void Body(CodeWriter writer, RecordModel model)
    {
        writer.Lines(model.Properties.SelectMany(property => OfMember(model, property)));
        if (model.Choice is { } choice)
        {
            // A value that is not known may need anything.
            writer.Block($"if ({Is(model, choice, choice.Values.Keys)})", () => writer.Lines(OfChoice(model, choice)));
        }

        writer.Lines(model.Properties.SelectMany(OfPart));
    }

    private static IEnumerable<string> OfMember(RecordModel model, PropertyModel property)
    {
        var place = $"path, {XmlDocs.Literal(property.Name)}";
        if (property.Required && property.Constant is null && IsSet(model, property) is { } isSet)
        {
            yield return $"RequestCheck.Require({isSet}, {place});";
        }

        switch (property.Type)
        {
            case { Kind: TypeKind.Id }:
                yield return $"RequestCheck.Id<{property.Type.CSharp}>(value.{property.Name}, {place});";
                break;
            case { Kind: TypeKind.List, Item: { Kind: TypeKind.Id } item }:
                yield return $"RequestCheck.Ids<{item.CSharp}>(value.{property.Name}, {place});";
                break;
        }
    }

    private static IEnumerable<string> OfChoice(RecordModel model, ChoiceModel choice) =>
        from chosen in choice.Chosen
        let member = model.Properties.First(property => property.Wire == chosen.Wire)
        let isNamed = Is(model, choice, chosen.NeededBy)
        let name = XmlDocs.Literal(member.Name)
        select $"RequestCheck.Choose({IsSet(model, member)}, {isNamed}, path, {name}, {Value(model, choice)});";

    private IEnumerable<string> OfPart(PropertyModel property)
    {
        var place = $"path, {XmlDocs.Literal(property.Name)}";
        if (property.Type.Kind == TypeKind.Record && Part(property.Type) is { } part)
        {
            yield return $"RequestCheck.Part<{property.Type.CSharp}>(value.{property.Name}, {place}, {ClassName(part.Type)}.Run);";
        }
        else if (property.Type is { Kind: TypeKind.List, Item: { Kind: TypeKind.Record } item } && Part(item) is { } each)
        {
            yield return $"RequestCheck.Parts<{item.CSharp}>(value.{property.Name}, {place}, {ClassName(each.Type)}.Run);";
        }
    }

    private RecordModel? Part(TypeRef type) => _records.TryGetValue(type, out var record) && Emits(record) ? record : null;

    private static string Value(RecordModel model, ChoiceModel choice)
    {
        var member = model.Properties.First(property => property.Wire == choice.Member.Wire);
        return $"value.{member.Name}{(IsNullable(model, member) ? "?" : string.Empty)}.Value";
    }

    private static string Is(RecordModel model, ChoiceModel choice, IEnumerable<string> values) =>
        $"RequestCheck.IsOneOf({Value(model, choice)}, {string.Join(", ", values.Select(XmlDocs.Literal))})";

    // A member that C# requires is never null.
    private static bool IsNullable(RecordModel model, PropertyModel property) => !(model.IsRequest && property.Required);

    // An absent id is empty, and a list that a response has without items counts as absent. Null: it is set in any case.
    private static string? IsSet(RecordModel model, PropertyModel property) => property.Type.Kind switch
    {
        TypeKind.List => $"value.{property.Name} is {{ Count: > 0 }}",
        TypeKind.Id => $"RequestCheck.HasValue<{property.Type.CSharp}>(value.{property.Name})",
        TypeKind.Text => $"!string.IsNullOrEmpty(value.{property.Name})",
        TypeKind.Record or TypeKind.Map or TypeKind.Metadata => $"value.{property.Name} is not null",
        TypeKind.Enum when !IsNullable(model, property) => $"!string.IsNullOrEmpty(value.{property.Name}.Value)",
        _ when !IsNullable(model, property) => null,
        _ => $"value.{property.Name} is not null",
    };
}
