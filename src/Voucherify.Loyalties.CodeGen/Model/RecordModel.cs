namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>A model record.</summary>
/// <param name="Type">The type.</param>
/// <param name="Doc">The documentation.</param>
/// <param name="Pointer">The place of the schema in the document.</param>
/// <param name="Properties">The members.</param>
internal sealed record RecordModel(TypeRef Type, string Doc, string Pointer, IReadOnlyList<PropertyModel> Properties)
{
    public string Name => Type.Name!;

    /// <summary>No public method takes or returns it.</summary>
    public bool IsInternal { get; init; }

    /// <summary>Used only by requests, so a member that the service requires is required in C#, too.</summary>
    public bool IsRequest { get; init; }

    /// <summary>Used only by responses.</summary>
    public bool IsResponse { get; init; }

    /// <summary>Written as the fields of a form.</summary>
    public bool IsForm { get; init; }

    /// <summary>Written as the keys of a deepObject query parameter.</summary>
    public bool IsQuery { get; init; }

    /// <summary>Read or written as JSON.</summary>
    public bool IsJson { get; init; }

    /// <summary>The body of a request, or an item of a body that is a list.</summary>
    public bool IsBody { get; init; }

    /// <summary>A union that may get new branches. An unknown branch is not an error: its JSON is kept.</summary>
    public bool KeepsRaw { get; init; }

    /// <summary>Hand-written code adds members for a <c>JsonSerializerContext</c> of a user, which are not on the wire.</summary>
    public bool HasOwnJson { get; init; }

    /// <summary>The member that says which others are set, if there is one.</summary>
    public ChoiceModel? Choice { get; init; }

    /// <summary>A part of a body that is checked before it is sent.</summary>
    public bool IsChecked { get; init; }

    /// <summary>Only experimental operations use it.</summary>
    public bool IsExperimental { get; init; }

    /// <summary>Whether members can be set at any time, or only in an initializer.</summary>
    public bool HasSetters => IsResponse && !KeepsRaw;

    /// <summary>Whether null is written for a member. Only hand-written code sets such a member to null.</summary>
    public bool SendsNull(PropertyModel property) => IsRequest && property is { Required: true, AllowsNull: true };

    /// <summary>Whether a member holds an id that is never null: an empty one stands for an absent one.</summary>
    public bool HasPlainId(PropertyModel property) => IsJson && !IsRequest && property.IsId;
}
