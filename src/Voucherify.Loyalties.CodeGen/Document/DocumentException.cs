namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>A fault in the document.</summary>
/// <param name="Pointer">The JSON pointer to it.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record Problem(string Pointer, string Message)
{
    public override string ToString() => $"{Pointer}: {Message}";
}

/// <summary>The document cannot be generated from.</summary>
internal sealed class DocumentException(IReadOnlyList<Problem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public DocumentException(string pointer, string message)
        : this([new Problem(pointer, message)])
    {
    }

    public IReadOnlyList<Problem> Problems { get; } = problems;
}
