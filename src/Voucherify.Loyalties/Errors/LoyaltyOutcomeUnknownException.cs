using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>
/// A change was sent, and nothing tells whether it was applied. Do not repeat it blindly: points would be counted twice.
/// Resume an adjustment (<see cref="IMembersClient.ResumeAdjustmentAsync"/>) or a transfer (<see cref="IMembersClient.ResumeTransferAsync"/>)
/// later: that looks for it first, and sends it only once it can no longer be applied. The error inside says what came back last.
/// </summary>
public sealed class LoyaltyOutcomeUnknownException : LoyaltyException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was sent and what came back.</param>
    /// <param name="innerException">The last attempt's error.</param>
    public LoyaltyOutcomeUnknownException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The id under which the change can be found in the member's transactions; null for a call that has none.</summary>
    public string? SourceId { get; init; }

    /// <summary>The loyalty card that the change was for; null for a call that is not about one.</summary>
    public string? MemberId { get; init; }

    /// <summary>The campaign that the call named, if it named one.</summary>
    public string? CampaignId { get; init; }

    /// <summary>The adjustment as it was sent, with its <c>source_id</c>; null for other calls.</summary>
    public AdjustBalanceRequest? Adjustment { get; init; }

    /// <summary>
    /// The transfer as it was sent, each item with its <c>source_id</c>, for <see cref="IMembersClient.ResumeTransferAsync"/>; null for other calls.
    /// </summary>
    public IReadOnlyList<PointsTransferItem>? Transfer { get; init; }

    /// <summary>How many attempts reached the point of sending.</summary>
    public int Attempts { get; init; }

    /// <summary>
    /// When it was sent last, in UTC by this machine's clock; null for a call that is not looked for. The time since then is what
    /// <see cref="PriorAttempt.ElapsedSinceSend"/> wants.
    /// </summary>
    public DateTimeOffset? LastSentAt { get; init; }
}
