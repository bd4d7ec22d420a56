using System.Text.Json.Serialization;
using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Models.V2;

namespace Voucherify.Loyalties.V2;

public sealed partial record CardTransaction : IListedTransaction
{
    /// <summary>
    /// How many points move: <c>Details.Points.Total</c>. The <see cref="Type"/> tells the direction, not the sign. Null if the service did
    /// not say.
    /// </summary>
    public long? Points => Details?.Points?.Total;

    /// <summary>Whether it is applied or rejected, so that its status no longer changes.</summary>
    public bool HasEnded => Status?.Value is CardTransactionStatus.Approved or CardTransactionStatus.Rejected;

    /// <summary>
    /// Whether a change of a bucket was found in the transactions because its response was lost. Set by the client; not part of the
    /// response.
    /// </summary>
    [JsonIgnore]
    public bool Recovered { get; set; }

    /// <summary>
    /// Whether a recovered change is only assumed to be the one of the call, because no other transaction may be that. Set by the client;
    /// not part of the response.
    /// </summary>
    [JsonIgnore]
    public bool Assumed { get; set; }

    internal string? TypeText => Type?.Value;

    /// <summary>The bucket that it is about; empty if it does not say.</summary>
    internal string BucketId => Details?.Bucket?.Id.Value ?? string.Empty;

    string ITransactionRow.RowId => Id.Value;

    string? IListedTransaction.StatusText => Status?.Value;

    Rejection? IListedTransaction.Rejection => Details?.Rejection;

    IWriteResult IWriteResult.Copy() => this with { };
}
