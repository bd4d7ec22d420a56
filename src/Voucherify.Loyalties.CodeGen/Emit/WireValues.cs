using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The statement that adds a member to the values of a query or a form.</summary>
internal static class WireValues
{
    /// <param name="property">The member.</param>
    /// <param name="name">The name on the wire, as a C# expression.</param>
    /// <param name="nullable">Whether the member can be null.</param>
    /// <param name="indexed">Whether the items of a list are numbered, as in <c>[$in][0]</c>; otherwise the name repeats.</param>
    /// <param name="pointer">Where to look when the type has no wire form.</param>
    public static string Add(PropertyModel property, string name, bool nullable, bool indexed, string pointer)
    {
        var value = property.Name;
        var safe = nullable ? $"{value}?" : value;
        return property.Type.Kind switch
        {
            TypeKind.Enum or TypeKind.Id => $"values.Add({name}, {safe}.Value);",
            TypeKind.DayOrInstant => $"values.Add({name}, {safe}.Text);",
            TypeKind.Json => $"values.Add({name}, {safe}.ToString());",
            TypeKind.Record => $"{safe}.AddTo(values, {name});",
            TypeKind.List => AddList(property, name, safe, indexed, pointer),
            TypeKind.Map or TypeKind.StringOr => throw new DocumentException(pointer, $"'{property.Wire}' has no wire form in a query or a form."),
            _ => $"values.Add({name}, {value});",
        };
    }

    private static string AddList(PropertyModel property, string name, string safe, bool indexed, string pointer)
    {
        var texts = property.Type.Item!.Kind switch
        {
            TypeKind.Text => property.Name,
            TypeKind.Enum or TypeKind.Id => $"{safe}.Select(item => item.Value)",
            TypeKind.Int32 or TypeKind.Int64 => $"{safe}.Select(item => item.ToString(System.Globalization.CultureInfo.InvariantCulture))",
            _ => throw new DocumentException(pointer, $"The items of '{property.Wire}' have no wire form in a query or a form."),
        };
        return property.Delimiter is { } delimiter ? $"values.AddJoined({name}, {texts}, {Docs.Literal(delimiter)});"
            : indexed ? $"values.AddIndexed({name}, {texts});"
            : $"values.AddEach({name}, {texts});";
    }
}
