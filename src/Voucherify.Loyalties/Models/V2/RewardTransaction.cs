using System.Text.Json.Serialization;
using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Models.V2;

namespace Voucherify.Loyalties.V2;

public sealed partial record RewardTransaction : IListedTransaction
{
    /// <summary>
    /// Whether it is applied or rejected, so that no points move any more. A purchase that was applied can still be refunded.
    /// </summary>
    public bool HasEnded =>
        Status?.Value is RewardTransactionStatus.Approved or RewardTransactionStatus.Rejected or RewardTransactionStatus.Refunded;

    /// <summary>
    /// Whether the purchase was found among the purchases of the member, because its response was lost or an earlier call had made it. Set
    /// by the client; not part of the response.
    /// </summary>
    [JsonIgnore]
    public bool Recovered { get; set; }

    /// <summary>
    /// Whether a recovered purchase is only assumed to be the one of the call, because it is the only one that may be that. Set by the
    /// client; not part of the response.
    /// </summary>
    [JsonIgnore]
    public bool Assumed { get; set; }

    internal bool IsRefunded => Status?.Value == RewardTransactionStatus.Refunded;

    /// <summary>Whether it may be a refund, as far as it says.</summary>
    internal bool MayBeRefund => Type is not { } type || type.Value == RewardTransactionType.Refund;

    /// <summary>The purchase that it refunds; empty if it does not say.</summary>
    internal string RefundedId => Details?.Purchase?.RewardTransaction?.Id.Value ?? string.Empty;

    string ITransactionRow.RowId => Id.Value;

    string? IListedTransaction.StatusText => Status?.Value;

    Rejection? IListedTransaction.Rejection => Details?.Rejection;

    IWriteResult IWriteResult.Copy() => this with { };
}
