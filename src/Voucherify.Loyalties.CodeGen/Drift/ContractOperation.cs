namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>An operation and the path item that it belongs to.</summary>
internal sealed record ContractOperation(string Method, string Path, DocumentNode Item, DocumentNode Node)
{
    public string Route => $"{Method} {Path}";

    public IEnumerable<DocumentNode> Parameters =>
        Item.Child("parameters").Items().Concat(Node.Child("parameters").Items()).Select(parameter => parameter.Resolved());
}
