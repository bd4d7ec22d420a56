namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>An operation and the path item that it belongs to.</summary>
internal sealed record ContractOperation(string Method, string Path, DocumentNode Item, DocumentNode Node)
{
    public string Route => $"{Method} {Path}";

    /// <summary>The credentials that the operation accepts: its own, or those of the document.</summary>
    public DocumentNode? Security => Node.Child("security") ?? Node.Document.Security;

    public IEnumerable<DocumentNode> Parameters =>
        Item.Child("parameters").Items().Concat(Node.Child("parameters").Items()).Select(parameter => parameter.Resolved());
}
