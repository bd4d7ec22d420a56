namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>Something that the two documents say differently.</summary>
/// <param name="Pointer">Where it stands: the vendor's file and a JSON pointer, or <c>ours</c> and a pointer for what only ours has.</param>
/// <param name="What">The difference, in words that stay the same from run to run.</param>
/// <param name="Advice">What a maintainer can do about it.</param>
internal sealed record Difference(string Pointer, string What, string Advice)
{
    /// <summary>What a reviewed entry must match: a difference that changes is a new one.</summary>
    public (string Pointer, string What) Key => (Pointer, What);
}
