namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>What the emitters need to know about the documents: C# names and types, no OpenAPI.</summary>
internal sealed record ApiModel(IReadOnlyList<DocumentModel> Documents)
{
    /// <summary>The record of a type.</summary>
    public RecordModel? Find(TypeRef type) => Documents.SelectMany(document => document.Records).FirstOrDefault(record => record.Type == type);
}
