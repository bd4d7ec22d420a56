namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>A member of a record.</summary>
/// <param name="Wire">The name on the wire.</param>
/// <param name="Name">The name in C#.</param>
/// <param name="Type">The type, without a question mark.</param>
/// <param name="Doc">The documentation.</param>
internal sealed record PropertyModel(string Wire, string Name, TypeRef Type, string Doc)
{
    /// <summary>Whether the member is an id.</summary>
    public bool IsId => Type.Kind == TypeKind.Id
        || (Type.Kind == TypeKind.Text && (Name == "Id" || Name.EndsWith("Id", StringComparison.Ordinal)));

    /// <summary>Required by the document.</summary>
    public bool Required { get; init; }

    /// <summary>Set by the client itself.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Never shown by <c>ToString</c>.</summary>
    public bool Secret { get; init; }

    /// <summary>Says who a person is, or which card is theirs, so that <c>ToString</c> does not show it.</summary>
    public bool Personal { get; init; }

    /// <summary>Holds a record that keeps its JSON.</summary>
    public bool KeepsRaw { get; init; }

    /// <summary>The only value that the member can have.</summary>
    public string? Constant { get; init; }

    /// <summary>
    /// The document allows null. A request sends it for a required member, where null means something else than a missing member.
    /// </summary>
    public bool AllowsNull { get; init; }

    /// <summary>A level of the wire format that the C# model leaves out, such as <c>conditions</c>.</summary>
    public string? Wrapper { get; init; }

    /// <summary>The separator when the items of a list share one field of a form.</summary>
    public string? Delimiter { get; init; }
}
