using System.Text.Json.Serialization;

namespace Voucherify.Loyalties;

public sealed partial record TrackedEvent
{
    /// <summary>
    /// Whether the response was lost, and the event was found in the activity of the customer afterwards. It then has the name and the
    /// metadata of the request only.
    /// </summary>
    [JsonIgnore]
    public bool Recovered { get; internal init; }
}
