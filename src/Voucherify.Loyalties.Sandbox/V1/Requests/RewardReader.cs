using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>Reads <c>parameters.loyalty</c> of a reward assignment.</summary>
internal static class RewardReader
{
    /// <summary>What is there, or what is wrong with it.</summary>
    public static bool TryRead(JsonElement item, out long? points, out bool? autoRedeem, out string? problem)
    {
        (points, autoRedeem, problem) = (null, null, null);
        if (!item.TryGetProperty("parameters", out var parameters) || parameters.ValueKind != JsonValueKind.Object
            || !parameters.TryGetProperty("loyalty", out var loyalty) || loyalty.ValueKind != JsonValueKind.Object)
        {
            return true;
        }

        if (loyalty.TryGetProperty("auto_redeem", out var automatic) && automatic.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            autoRedeem = automatic.GetBoolean();
        }

        if (!loyalty.TryGetProperty("points", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        problem = JsonInteger.TryRead(value, out var number) && number > 0 ? null : "Property .parameters.loyalty.points must be a positive integer";
        points = number;
        return problem is null;
    }
}
