namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>A C# type.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The name of an enum, an id or a record.</param>
/// <param name="Item">The type of the items of a list or a page, the values of a map, or the object of a union.</param>
/// <param name="Document">The name of the document that declares an enum, an id or a record.</param>
internal sealed record TypeRef(TypeKind Kind, string? Name = null, TypeRef? Item = null, string? Document = null)
{
    public static TypeRef Text { get; } = new(TypeKind.Text);

    public static TypeRef Json { get; } = new(TypeKind.Json);

    /// <summary>The type in C#, without a question mark.</summary>
    public string CSharp => Kind switch
    {
        TypeKind.Text => "string",
        TypeKind.Boolean => "bool",
        TypeKind.Int32 => "int",
        TypeKind.Int64 => "long",
        TypeKind.Decimal => "decimal",
        TypeKind.Double => "double",
        TypeKind.Instant => "DateTimeOffset",
        TypeKind.Day => "DateOnly",
        TypeKind.DayOrInstant => "LoyaltyDate",
        TypeKind.Json => "JsonElement",
        TypeKind.Metadata => "LoyaltyMetadata",
        TypeKind.List => $"IReadOnlyList<{Item!.CSharp}>",
        TypeKind.Map => $"IReadOnlyDictionary<string, {Item!.CSharp}>",
        TypeKind.StringOr => $"StringOr<{Item!.CSharp}>",
        TypeKind.Page => $"Page<{Item!.CSharp}>",
        _ => Name!,
    };

    /// <summary>The name of the property with the type's JSON metadata.</summary>
    public string JsonName => Kind switch
    {
        TypeKind.List => $"ListOf{Item!.JsonName}",
        TypeKind.Map => $"MapOf{Item!.JsonName}",
        TypeKind.Page => $"PageOf{Item!.JsonName}",
        TypeKind.Record or TypeKind.Enum or TypeKind.Id => Name!,
        _ => Kind.ToString(),
    };

    /// <summary>Whether raw JSON is somewhere in this type.</summary>
    public bool HasJson => Kind == TypeKind.Json || (Item?.HasJson ?? false);

    /// <summary>The enums, ids and records in this type.</summary>
    public IEnumerable<TypeRef> Declared => (Name is null ? [] : new[] { this }).Concat(Item?.Declared ?? []);
}
