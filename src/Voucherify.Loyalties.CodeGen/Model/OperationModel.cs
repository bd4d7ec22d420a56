namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>A public method: an operation, and the same operation with one more id in its path.</summary>
internal sealed record MethodModel(OperationModel Main, OperationModel? Twin)
{
    /// <summary>The id that only the twin's path has, such as <c>campaignId</c>.</summary>
    public ParameterModel? OptionalId => Twin?.PathIds.First(id => Main.PathIds.All(other => other.Wire != id.Wire));

    public string Name => Main.Name;

    /// <summary>Operations that are the same under another path, with the same ids in it. They are not called.</summary>
    public IReadOnlyList<OperationModel> OtherRoutes { get; init; } = [];

    /// <summary>Both routes, or the one there is.</summary>
    public IEnumerable<OperationModel> Routes => Twin is null ? [Main] : [Main, Twin];
}

/// <summary>An operation of the document.</summary>
internal sealed record OperationModel(string Id, string Name, string HttpMethod, string Path, string Tag, string Pointer)
{
    /// <summary>The name in the Refit interface and of the metadata; a twin's is longer.</summary>
    public string RouteName { get; init; } = Name;

    public required string Summary { get; init; }

    public required string Doc { get; init; }

    public required string Idempotency { get; init; }

    public required IReadOnlyList<ParameterModel> PathIds { get; init; }

    /// <summary>Moves points of cards, so calls for one card keep their order.</summary>
    public bool MovesPoints { get; init; }

    /// <summary>The ids in the order of the path.</summary>
    public IEnumerable<ParameterModel> IdsInPath => PathIds.OrderBy(id => Path.IndexOf($"{{{id.Wire}}}", StringComparison.Ordinal));

    public QueryModel? Query { get; init; }

    public BodyModel? Body { get; init; }

    public AnswerModel? Answer { get; init; }

    public PagingModel? Paging { get; init; }

    public string? AliasOf { get; init; }

    public bool HandWritten { get; init; }

    /// <summary>The statuses of the documented refusals.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The OAuth scopes, of which a token needs one.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The key of the error that a repeat answers.</summary>
    public string? AlreadyDone { get; init; }

    /// <summary>The id of the operation whose answer shows whether this one was applied.</summary>
    public string? ShownBy { get; init; }

    /// <summary>The member without which an answer proves nothing.</summary>
    public PropertyModel? Proof { get; init; }

    /// <summary>Takes the API key only, also when other calls use an access token.</summary>
    public bool NeedsAppKey { get; init; }

    /// <summary>A change: when its answer is lost, the caller is told that its outcome is unknown.</summary>
    public bool MayEndUnknown => Idempotency is not ("safe" or "harmless-duplicate");
}

/// <summary>A parameter in the path.</summary>
/// <param name="Wire">Its name in the path.</param>
/// <param name="Name">Its name in C#.</param>
/// <param name="Type">A string, or an id with a type of its own.</param>
/// <param name="Doc">The documentation.</param>
internal sealed record ParameterModel(string Wire, string Name, TypeRef Type, string Doc)
{
    public bool IsTyped => Type.Kind == TypeKind.Id;

    /// <summary>The variable with its string.</summary>
    public string Value => !IsTyped ? Name
        : Name.EndsWith("Id", StringComparison.Ordinal) ? Name[..^2]
        : $"{Name}Value";
}

/// <summary>The query parameters of an operation, as one record.</summary>
internal sealed record QueryModel(string Name, IReadOnlyList<QueryParameterModel> Parameters)
{
    public bool HasLimits => Parameters.Any(parameter => parameter.Minimum is not null || parameter.Maximum is not null);

    public bool HasRequired => Parameters.Any(parameter => parameter.Property.Required);
}

/// <summary>A query parameter.</summary>
internal sealed record QueryParameterModel(PropertyModel Property, long? Minimum, long? Maximum, int? Default);

/// <summary>A request body: JSON or a form.</summary>
internal sealed record BodyModel(TypeRef Type, bool IsForm, string Doc)
{
    /// <summary>The name of the parameter.</summary>
    public string Name => Type.Kind == TypeKind.List ? "items" : "request";
}

/// <summary>The body of a successful answer.</summary>
internal sealed record AnswerModel(TypeRef Type, string Doc);

/// <summary>How a list pages.</summary>
/// <param name="ByCursor">Whether pages follow a cursor; otherwise they have numbers.</param>
/// <param name="Items">The member of the answer that holds the items.</param>
/// <param name="Item">The type of an item.</param>
internal sealed record PagingModel(bool ByCursor, PropertyModel Items, TypeRef Item);
