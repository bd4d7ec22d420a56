using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.V2;

public sealed partial record AdjustCardPointsRequest
{
    /// <summary>
    /// Your own id of this adjustment, such as the id of the order that causes it. No other adjustment of the card may have it. The service
    /// has no such id, so the client puts it into the marker at the end of the reason. Default: <see langword="null"/>; the client
    /// generates one.
    /// </summary>
    [JsonIgnore]
    public string? SourceId { get; init; }
}
