namespace Voucherify.Loyalties.Queue.Store;

/// <summary>What a lookup of a row that is unknown or recorded has shown.</summary>
/// <param name="Row">The row as it was when the lookup began.</param>
/// <param name="Kind">
/// <see cref="SendOutcomeKind.Found"/>, <see cref="SendOutcomeKind.Recorded"/>, <see cref="SendOutcomeKind.Dead"/>, or
/// <see cref="SendOutcomeKind.Unknown"/> if it has shown nothing.
/// </param>
/// <param name="TransactionId">The transaction, if one was found.</param>
/// <param name="Balance">The balance, if it is known.</param>
/// <param name="Error">Why it is dead.</param>
internal sealed record LookOutcome(
    StoredAdjustment Row, SendOutcomeKind Kind, string? TransactionId = null, long? Balance = null, AdjustmentError? Error = null);
