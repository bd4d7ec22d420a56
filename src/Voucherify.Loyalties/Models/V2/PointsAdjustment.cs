using System.Text.Json.Serialization;
using Voucherify.Loyalties.Models;

namespace Voucherify.Loyalties.V2;

public sealed partial record PointsAdjustment : IWriteResult
{
    /// <summary>
    /// The id that the adjustment was made with: the request's, or the generated one. Set by the client; not part of the response.
    /// </summary>
    [JsonIgnore]
    public string? SourceId { get; set; }

    /// <summary>
    /// Whether the adjustment was found in the transactions of the card by its marker, because its response was lost or an earlier call had
    /// made it. Set by the client; not part of the response.
    /// </summary>
    [JsonIgnore]
    public bool Recovered { get; set; }

    /// <summary>
    /// How many points moved, below zero for a removal; null if the service did not say. Version 2 does not tell the balance.
    /// </summary>
    [JsonIgnore]
    public long? Points => Transaction?.Points is { } points && Transaction.Type?.Value == CardTransactionType.AdminDebit
        ? -Math.Abs(points)
        : Transaction?.Points;

    /// <summary>
    /// The last day on which added points can be used, in the time zone of the project; null if they do not expire, or if the service did
    /// not say.
    /// </summary>
    [JsonIgnore]
    public DateOnly? ExpirationDate => Transaction?.Details?.Points?.ExpirationDate;

    internal static PointsAdjustment RecoveredFrom(ITransactionRow found) =>
        new() { Transaction = (CardTransaction)found, Recovered = true };

    IWriteResult IWriteResult.Copy() => this with { };
}
