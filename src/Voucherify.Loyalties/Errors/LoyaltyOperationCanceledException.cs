using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties;

/// <summary>
/// The caller cancelled a write that may already have been sent, so it is not known whether it was applied. A cancellation before that, or
/// of a read, is a plain <see cref="OperationCanceledException"/>.
/// </summary>
public sealed class LoyaltyOperationCanceledException : OperationCanceledException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What was cancelled.</param>
    /// <param name="innerException">The transport's error, if there was one.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public LoyaltyOperationCanceledException(string message, Exception? innerException, CancellationToken cancellationToken)
        : base(message, innerException, cancellationToken)
    {
    }

    /// <summary>The id under which the write can be found in the member's transactions; null for a call that has none.</summary>
    public string? SourceId { get; init; }

    /// <summary>The loyalty card that the write was for; null for a call that is not about a card.</summary>
    public string? MemberId { get; init; }

    /// <summary>The campaign that the call named; null when it named none.</summary>
    public string? CampaignId { get; init; }

    /// <summary>
    /// The adjustment as it was sent, with its <c>source_id</c>, for <see cref="V1.IMembersClient.ResumeAdjustmentAsync"/>; null for other
    /// calls.
    /// </summary>
    public AdjustBalanceRequest? Adjustment { get; init; }

    /// <summary>
    /// The transfer as it was sent, each item with its <c>source_id</c>, for <see cref="V1.IMembersClient.ResumeTransferAsync"/>; null for
    /// other calls.
    /// </summary>
    public IReadOnlyList<PointsTransferItem>? Transfer { get; init; }

    /// <summary>
    /// The write of version 2 of the API as it was sent, such as a <see cref="PendingAdjustment"/> for
    /// <see cref="V2.ICardsClient.ResumeCardPointsAsync"/>; null for other calls. Store it to resume the write after a crash.
    /// </summary>
    public PendingChange? Pending { get; init; }

    /// <summary>
    /// The id of the transaction that the service has recorded for the write, and that was neither applied nor rejected so far; null if no
    /// response has named one.
    /// </summary>
    public string? TransactionId { get; init; }

    /// <summary>
    /// Whether the service has recorded the write (<see cref="TransactionId"/>): it will be applied or rejected, and a resume only reads.
    /// </summary>
    public bool IsRecorded => TransactionId is not null;

    /// <summary>
    /// When it was last sent, in UTC by this machine's clock; null if that is not known. The end of the attempt counts. Pass the time since
    /// then to <see cref="PriorAttempt.ElapsedSinceSend"/>.
    /// </summary>
    public DateTimeOffset? LastSentAt { get; init; }

    /// <summary>
    /// How long the service could still apply it when this error was created; zero if that time is over. It is what remains of
    /// <see cref="ReconciliationOptions.ServiceErrorWindow"/> or <see cref="ReconciliationOptions.NoAnswerWindow"/>.
    /// </summary>
    public TimeSpan WindowLeft { get; init; }

    /// <summary>Always true: a cancellation before anything was sent is a plain <see cref="OperationCanceledException"/>.</summary>
    public bool MayHaveBeenApplied { get; } = true;

    /// <summary>Waits for the outcome; null if the write cannot be followed.</summary>
    internal Func<CancellationToken, Task<WriteOutcome>>? Follow { get; set; }

    /// <summary>
    /// Waits until it is known whether the write was applied. It follows the <c>source_id</c>: if the write is sent again in the meantime,
    /// the outcome of that send counts. It sends nothing itself.
    /// </summary>
    /// <param name="cancellationToken">Cancels this wait; the client continues to search.</param>
    /// <returns>
    /// Applied, with the result of an adjustment; not applied; or still unknown, at once if the client does not search for the write.
    /// </returns>
    /// <exception cref="OperationCanceledException">This wait was cancelled.</exception>
    public Task<WriteOutcome> WaitForOutcomeAsync(CancellationToken cancellationToken = default) =>
        Follow is { } follow ? follow(cancellationToken) : Task.FromResult(WriteOutcome.Unknown);
}
