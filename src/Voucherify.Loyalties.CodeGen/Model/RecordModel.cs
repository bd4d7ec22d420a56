namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>A model record.</summary>
internal sealed record RecordModel(TypeRef Type, string Doc, string Pointer, IReadOnlyList<PropertyModel> Properties)
{
    public string Name => Type.Name!;

    /// <summary>Reached from a request only, so what the service requires is required in C# too.</summary>
    public bool IsRequest { get; init; }

    /// <summary>Reached from an answer only.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>Written as the fields of a form.</summary>
    public bool IsForm { get; init; }

    /// <summary>Written as the keys of a deepObject query parameter.</summary>
    public bool IsQuery { get; init; }

    /// <summary>Read or written as JSON.</summary>
    public bool IsJson { get; init; }

    /// <summary>The body of a request, or an item of one.</summary>
    public bool IsBody { get; init; }

    /// <summary>Whether its members can be set at any time, or only when it is made.</summary>
    public bool HasSetters => IsAnswer && !KeepsRaw;

    /// <summary>Whether a member has the type of an id by itself: without one, it is the default, and no caller must look for null.</summary>
    public bool HasPlainId(PropertyModel property) => IsAnswer && property.Type.Kind == TypeKind.Id;

    /// <summary>A union that may get new branches: an unknown one is no error, and its JSON stays there to be read.</summary>
    public bool KeepsRaw { get; init; }
}

/// <summary>A member of a record.</summary>
internal sealed record PropertyModel(string Wire, string Name, TypeRef Type, string Doc)
{
    /// <summary>Required by the document.</summary>
    public bool Required { get; init; }

    /// <summary>Never shown by <c>ToString</c>.</summary>
    public bool Secret { get; init; }

    /// <summary>Holds a record that keeps its JSON.</summary>
    public bool KeepsRaw { get; init; }

    /// <summary>The only value that the member can have.</summary>
    public string? Constant { get; init; }

    /// <summary>A level of the wire form that the C# model leaves out, such as <c>conditions</c>.</summary>
    public string? Wrapper { get; init; }

    /// <summary>What joins the items of a list in a form, when they are one field.</summary>
    public string? Delimiter { get; init; }
}
