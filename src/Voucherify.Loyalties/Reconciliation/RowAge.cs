namespace Voucherify.Loyalties.Reconciliation;

/// <summary>How old a transaction is, seen from the write that is searched for.</summary>
/// <param name="IsInReach">Whether it was recorded in the time that is searched, or may have been.</param>
/// <param name="IsSinceFirstSend">Whether it was recorded since the first send, or may have been.</param>
/// <param name="IsAboutSinceFirstSend">The same, if the clocks of the service differ.</param>
internal readonly record struct RowAge(bool IsInReach, bool IsSinceFirstSend, bool IsAboutSinceFirstSend)
{
    /// <summary>Whether the age is known. An unknown one counts as recent.</summary>
    public bool IsKnown { get; init; } = true;

    /// <summary>The age of a transaction that is as recent as it can be.</summary>
    public static RowAge Recent => new(IsInReach: true, IsSinceFirstSend: true, IsAboutSinceFirstSend: true);
}
