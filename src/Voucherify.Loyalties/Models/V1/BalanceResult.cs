using System.Text.Json.Serialization;
using Voucherify.Loyalties.Models;

namespace Voucherify.Loyalties.V1;

public sealed partial record BalanceResult : IHasSourceId
{
    /// <summary>
    /// The <c>source_id</c> that the adjustment was sent with: the request's, or the generated one. Set by the client; not part of the response.
    /// </summary>
    [JsonIgnore]
    public string? SourceId { get; set; }

    /// <summary>
    /// Whether the response was lost and the adjustment was found in the card's transactions. The balance is then the one after the adjustment,
    /// or null if the transaction does not contain it. Set by the client; not part of the response.
    /// </summary>
    [JsonIgnore]
    public bool Recovered { get; set; }

    /// <summary>Creates the result of an adjustment that was found in the transactions.</summary>
    internal static BalanceResult RecoveredFrom(LoyaltyTransaction found) =>
        (found.Details?.Balance ?? new BalanceResult()) with { Recovered = true };
}
