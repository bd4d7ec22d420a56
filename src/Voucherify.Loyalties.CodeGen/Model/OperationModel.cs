namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>An operation of a document.</summary>
internal sealed record OperationModel(string Id, string Name, string HttpMethod, string Path, string Tag, string Pointer)
{
    /// <summary>The name in the Refit interface and among the operations. A variant's is longer than the method's.</summary>
    public string RouteName { get; init; } = Name;

    public required string Summary { get; init; }

    public required string Doc { get; init; }

    public required string Idempotency { get; init; }

    /// <summary>The ids in the order of the method's parameters.</summary>
    public required IReadOnlyList<ParameterModel> PathIds { get; init; }

    /// <summary>The ids in the order of the path.</summary>
    public IEnumerable<ParameterModel> IdsInPath =>
        PathIds.OrderBy(id => Path.IndexOf($"{{{id.Wire}}}", StringComparison.Ordinal));

    /// <summary>Moves points of cards, so calls for one card keep their order.</summary>
    public bool MovesPoints { get; init; }

    public QueryModel? Query { get; init; }

    public BodyModel? Body { get; init; }

    public ResponseModel? Response { get; init; }

    /// <summary>The member of the response that the method returns. Null: the response itself.</summary>
    public PropertyModel? Result { get; init; }

    public PagingModel? Paging { get; init; }

    /// <summary>The id of the operation that does the same under another path.</summary>
    public string? AliasOf { get; init; }

    /// <summary>The method of the client class is hand-written.</summary>
    public bool HandWritten { get; init; }

    /// <summary>
    /// The public method is hand-written, because its signature is not that of the operation. Only the request and the facts about the
    /// operation are generated.
    /// </summary>
    public bool RequestOnly { get; init; }

    /// <summary>The body is checked before it is sent, with all its parts.</summary>
    public bool ChecksBody { get; init; }

    /// <summary>The vendor still changes the operation.</summary>
    public bool IsExperimental { get; init; }

    /// <summary>The statuses of the documented refusals.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The OAuth scopes, of which a token needs one.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The key of the error with which the service refuses a repeat.</summary>
    public string? AlreadyDone { get; init; }

    /// <summary>The id of the operation whose response shows whether this one was applied.</summary>
    public string? ShownBy { get; init; }

    /// <summary>How to tell whether it was applied. Null: hand-written code tells it, or nothing does.</summary>
    public EvidenceModel? Evidence { get; init; }

    /// <summary>The method deletes, and returns null if an object is gone after a lost response.</summary>
    public bool ReturnsNullWhenGone { get; init; }

    /// <summary>The member that a response must have to prove that the operation was applied.</summary>
    public PropertyModel? Proof { get; init; }

    /// <summary>The member of a response with the type of the object. It proves as much as an id, which may be missing.</summary>
    public PropertyModel? ObjectType { get; init; }

    /// <summary>Uses the API key even when other calls use an access token.</summary>
    public bool NeedsAppKey { get; init; }

    /// <summary>Whether the outcome can stay unknown after a lost response. A read or a harmless duplicate is just repeated.</summary>
    public bool MayEndUnknown => Idempotency is not ("safe" or "harmless-duplicate");
}
