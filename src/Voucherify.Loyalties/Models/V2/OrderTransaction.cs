using System.Text.Json.Serialization;
using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Models.V2;

namespace Voucherify.Loyalties.V2;

public sealed partial record OrderTransaction : IListedTransaction
{
    /// <summary>Whether it is applied or rejected, so that its status no longer changes.</summary>
    public bool HasEnded => Status?.Value is OrderTransactionStatus.Approved or OrderTransactionStatus.Rejected;

    /// <summary>
    /// Whether the payment was found among the payments of the member, because its response was lost or an earlier call had made it. Set by
    /// the client; not part of the response.
    /// </summary>
    [JsonIgnore]
    public bool Recovered { get; set; }

    /// <summary>
    /// Whether a recovered payment is only assumed to be the one of the call, because it is the only one that may be that. Set by the
    /// client; not part of the response.
    /// </summary>
    [JsonIgnore]
    public bool Assumed { get; set; }

    internal bool IsSimulated => Status?.Value == OrderTransactionStatus.Simulated;

    string ITransactionRow.RowId => Id.Value;

    string? IListedTransaction.StatusText => Status?.Value;

    Rejection? IListedTransaction.Rejection => Details?.Rejection;

    IWriteResult IWriteResult.Copy() => this with { };

    /// <summary>Whether it may have been made with a limit. A limit that it does not show speaks against nothing.</summary>
    internal bool MayHave(PaymentLimit? limit) =>
        IsSame(Details?.Metadata?.PointsLimit, limit?.PointsLimit?.Max) && IsSame(Details?.Metadata?.AmountLimit, limit?.AmountLimit?.Max);

    private static bool IsSame(long? shown, long? own) => shown is null || shown == own;
}
