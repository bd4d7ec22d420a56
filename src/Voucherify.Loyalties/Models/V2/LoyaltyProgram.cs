using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.V2;

public sealed partial record LoyaltyProgram
{
    /// <summary>
    /// Whether the response to the creation was lost, and the program was found in the list afterwards, by its name and its content. The
    /// list does not show what is assigned to a program, so these members are null.
    /// </summary>
    [JsonIgnore]
    public bool Recovered { get; internal init; }
}
