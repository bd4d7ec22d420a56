using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.V2;

public sealed partial record TierStructureAssignmentBatch
{
    /// <summary>
    /// Whether the response was lost, and the assignments were read afterwards: <see cref="Assigned"/> has those of the request, and
    /// <see cref="Unassigned"/> is null.
    /// </summary>
    [JsonIgnore]
    public bool Recovered { get; internal init; }
}
