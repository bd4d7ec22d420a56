using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>An intended difference and the reason for it.</summary>
internal sealed record ReviewedDifference(
    [property: JsonRequired] string Pointer,
    [property: JsonRequired] string Difference,
    [property: JsonRequired] string Reason)
{
    [JsonIgnore]
    public (string Pointer, string What) Key => (Pointer, Difference);
}
