namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>What one document declares.</summary>
/// <param name="Name">The name of the document.</param>
/// <param name="Records">The records that an operation of any document needs.</param>
/// <param name="Enums">The open enums that an operation of any document needs.</param>
/// <param name="Ids">The ids with types of their own.</param>
/// <param name="Resources">The resource clients.</param>
/// <param name="JsonRoots">The types that are read or written by name: those of the operations, and those that a converter asks for.</param>
internal sealed record DocumentModel(
    string Name,
    IReadOnlyList<RecordModel> Records,
    IReadOnlyList<EnumModel> Enums,
    IReadOnlyList<IdModel> Ids,
    IReadOnlyList<ResourceModel> Resources,
    IReadOnlyList<TypeRef> JsonRoots);
