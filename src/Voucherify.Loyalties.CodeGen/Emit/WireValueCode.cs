using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The statement that adds a member to the values of a query or a form.</summary>
internal static class WireValueCode
{
    private const string InvariantCulture = "System.Globalization.CultureInfo.InvariantCulture";

    /// <param name="property">The member.</param>
    /// <param name="name">The name on the wire, as a C# expression.</param>
    /// <param name="nullable">Whether the member can be null.</param>
    /// <param name="indexed">Whether the items of a list are numbered, as in <c>[$in][0]</c>; otherwise the name is repeated.</param>
    /// <param name="pointer">The place to name if the type has no wire format.</param>
    public static string Add(PropertyModel property, string name, bool nullable, bool indexed, string pointer)
    {
        var value = nullable ? $"{property.Name}?" : property.Name;
        return property.Type.Kind switch
        {
            TypeKind.Enum or TypeKind.Id => $"values.Add({name}, {value}.Value);",
            TypeKind.DayOrInstant => $"values.Add({name}, {value}.Text);",
            TypeKind.Json => $"values.Add({name}, {value}.ToString());",
            TypeKind.Record => $"{value}.AddTo(values, {name});",
            TypeKind.List => AddList(property, name, indexed, Strings(property, value, pointer)),
            TypeKind.Map or TypeKind.Metadata or TypeKind.StringOr => throw HasNoFormat(property, pointer),
            _ when property.IsId => $"values.AddId({name}, {property.Name});",
            _ => $"values.Add({name}, {property.Name});",
        };
    }

    private static string AddList(PropertyModel property, string name, bool indexed, string strings) =>
        property.Delimiter is { } delimiter ? $"values.AddJoined({name}, {strings}, {XmlDocs.Literal(delimiter)});"
        : indexed ? $"values.AddIndexed({name}, {strings});"
        : $"values.AddEach({name}, {strings});";

    private static string Strings(PropertyModel property, string value, string pointer) => property.Type.Item!.Kind switch
    {
        TypeKind.Text => property.Name,
        TypeKind.Enum or TypeKind.Id => $"{value}.Select(item => item.Value)",
        TypeKind.Int32 or TypeKind.Int64 => $"{value}.Select(item => item.ToString({InvariantCulture}))",
        _ => throw HasNoFormat(property, pointer),
    };

    private static DocumentException HasNoFormat(PropertyModel property, string pointer) =>
        new(pointer, $"The type of '{property.Wire}' has no wire format in a query or a form.");
}
