namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>All that the emitters need to know: C# names and types, no OpenAPI.</summary>
internal sealed record ApiModel(IReadOnlyList<DocumentModel> Documents)
{
    /// <summary>The resource clients of all documents.</summary>
    public IEnumerable<ResourceModel> Resources => Documents.SelectMany(document => document.Resources);

    /// <summary>A member of a record.</summary>
    public PropertyModel? FindMember(TypeRef type, string wire) => Documents
        .SelectMany(document => document.Records)
        .FirstOrDefault(record => record.Type == type)
        ?.Properties.FirstOrDefault(property => property.Wire == wire);
}
