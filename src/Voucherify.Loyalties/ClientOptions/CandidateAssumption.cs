namespace Voucherify.Loyalties;

/// <summary>
/// When a transaction that is about the same as a lost payment, purchase or bucket change is taken for it. Such a transaction has no id of
/// the caller's.
/// </summary>
public enum CandidateAssumption
{
    /// <summary>If it is the only one since the write was sent that this client does not know to be another write.</summary>
    OnlyOne,

    /// <summary>Never: the outcome stays unknown, and the error names the transaction.</summary>
    Never,
}
