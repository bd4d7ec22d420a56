using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.V2;

public sealed partial record CardDefinition
{
    /// <summary>
    /// Whether the response to the creation was lost, and the card definition was found in the list afterwards, by its name and its
    /// content.
    /// </summary>
    [JsonIgnore]
    public bool Recovered { get; internal init; }
}
