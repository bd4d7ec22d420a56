namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>Something in a document that has to be fixed.</summary>
/// <param name="Pointer">The JSON pointer to it, behind the name of the document.</param>
/// <param name="Message">What is wrong, and what to do.</param>
internal sealed record Problem(string Pointer, string Message)
{
    public override string ToString() => $"{Pointer}: {Message}";
}
