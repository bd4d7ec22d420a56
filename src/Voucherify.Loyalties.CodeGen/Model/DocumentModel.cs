using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>The types and clients of one document.</summary>
/// <param name="Name">The name of the document.</param>
/// <param name="Records">The records that an operation of any document uses.</param>
/// <param name="Enums">The open enums that an operation of any document uses.</param>
/// <param name="Ids">The ids with types of their own.</param>
/// <param name="OtherIds">The ids of other documents that could be mistaken for one of these.</param>
/// <param name="Resources">The resource clients.</param>
/// <param name="JsonRoots">The types that code reads or writes directly: bodies, responses, and records that keep their JSON.</param>
internal sealed record DocumentModel(
    string Name,
    IReadOnlyList<RecordModel> Records,
    IReadOnlyList<EnumModel> Enums,
    IReadOnlyList<IdModel> Ids,
    IReadOnlyList<IdModel> OtherIds,
    IReadOnlyList<ResourceModel> Resources,
    IReadOnlyList<TypeRef> JsonRoots)
{
    /// <summary>
    /// Whether spans are named after the version and the method. Those of version 1 and of the shared operations are named after the HTTP
    /// method and the route.
    /// </summary>
    public bool NamesSpans => Name is not (SourceDocument.Platform or SourceDocument.V1);

    /// <summary>The operations that the clients call.</summary>
    public IEnumerable<OperationModel> Routes => Resources.SelectMany(resource => resource.Methods).SelectMany(method => method.Routes);

    /// <summary>The operations that have a record for their query.</summary>
    public IEnumerable<OperationModel> Queries =>
        Resources.SelectMany(resource => resource.GeneratedMethods)
            .Select(method => method.Main)
            .Where(operation => operation.Query is not null);
}
