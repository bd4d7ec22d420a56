using System.Text.Json.Serialization;
using Voucherify.Loyalties.Models;

namespace Voucherify.Loyalties.V1;

public sealed partial record BalanceResult : IHasSourceId
{
    /// <summary>
    /// The <c>source_id</c> that the adjustment was sent with: the request's, or the generated one. Set by the client; not part of the
    /// response.
    /// </summary>
    [JsonIgnore]
    public string? SourceId { get; set; }

    /// <summary>
    /// Whether the response was lost and the adjustment was found in the card's transactions. If so, the balance is the one after the
    /// adjustment, or null if the transaction does not show it. Set by the client; not part of the response.
    /// </summary>
    [JsonIgnore]
    public bool Recovered { get; set; }
}
