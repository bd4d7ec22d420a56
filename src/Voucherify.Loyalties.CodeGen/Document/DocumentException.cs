namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>No code can be generated from the documents.</summary>
internal sealed class DocumentException(IReadOnlyList<Problem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public DocumentException(string pointer, string message)
        : this([new Problem(pointer, message)])
    {
    }

    public IReadOnlyList<Problem> Problems { get; } = problems;
}
