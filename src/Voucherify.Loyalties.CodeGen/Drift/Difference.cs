namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>A difference between the vendor's documents and ours.</summary>
/// <param name="Pointer">
/// The place: the vendor's file and a JSON pointer, or <c>ours/</c>, our file and a JSON pointer for something that only ours have.
/// </param>
/// <param name="What">The difference, in words that are the same in every run.</param>
/// <param name="Advice">What a maintainer can do about it.</param>
internal sealed record Difference(string Pointer, string What, string Advice)
{
    /// <summary>What a reviewed entry must match: a difference that changes is a new one.</summary>
    public (string Pointer, string What) Key => (Pointer, What);
}
