using System.Text.Json.Serialization;

namespace Voucherify.Loyalties;

public sealed partial record BalanceResult
{
    /// <summary>The <c>source_id</c> that the adjustment was sent with: the request's, or the generated one. Set by the client; not a part of the answer.</summary>
    [JsonIgnore]
    public string? SourceId { get; init; }
}
