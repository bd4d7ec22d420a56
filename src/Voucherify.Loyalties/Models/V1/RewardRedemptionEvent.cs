using System.Text.Json;
using System.Text.Json.Serialization;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.V1;

public sealed partial record RewardRedemptionEvent
{
    /// <summary>The points in <see cref="Balance"/>; null if there are none.</summary>
    [JsonIgnore]
    public long? Points => TolerantReading.Int64(
        Balance is { ValueKind: JsonValueKind.Object } balance && balance.TryGetProperty("amount", out var amount) ? amount : Balance);
}
