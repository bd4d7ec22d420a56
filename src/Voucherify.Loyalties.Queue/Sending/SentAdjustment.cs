using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Queue.Sending;

/// <summary>What a response or a list has told about an adjustment.</summary>
internal sealed record SentAdjustment
{
    /// <summary>Whether it was found in a list, instead of being answered.</summary>
    public bool WasFound { get; private init; }

    /// <summary>Whether the service has only recorded it.</summary>
    public bool IsRecorded { get; private init; }

    public string? TransactionId { get; private init; }

    public string? VoucherId { get; private init; }

    public long? Balance { get; private init; }

    public static SentAdjustment Of(BalanceResult result) => new()
    {
        WasFound = result.Recovered,
        VoucherId = result.RelatedObject?.Id is { Length: > 0 } id ? id : null,
        Balance = result.Balance,
    };

    public static SentAdjustment Of(PointsAdjustment result) => new()
    {
        WasFound = result.Recovered,
        IsRecorded = result.Transaction is { HasEnded: false },
        TransactionId = result.Transaction?.Id.Value,
    };

    public SendOutcome ToOutcome(Claim claim) => new(claim, KindOf())
    {
        TransactionId = TransactionId,
        VoucherId = VoucherId,
        Balance = Balance,
    };

    private SendOutcomeKind KindOf() =>
        IsRecorded ? SendOutcomeKind.Recorded : WasFound ? SendOutcomeKind.Found : SendOutcomeKind.Applied;
}
