using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>Reads what digital rewards give.</summary>
internal static class DigitalReward
{
    /// <summary>Returns what a digital reward gives, or null.</summary>
    public static string? TypeOf(RewardDefinition reward) =>
        reward.Properties.FindObject("digital") is { } digital ? JsonBody.FindString(digital, "type") : null;

    /// <summary>Returns the credits of a gift card.</summary>
    public static decimal BalanceOf(RewardDefinition reward) =>
        Part(reward, "gift_vouchers") is { } part && part.TryGetProperty("balance", out var balance)
            && balance.ValueKind == JsonValueKind.Number
                ? balance.GetDecimal()
                : 0;

    /// <summary>Returns the points that a reward adds to a card.</summary>
    public static long PointsOf(RewardDefinition reward) =>
        Part(reward, "loyalty_card_points") is { } part && part.TryGetProperty("points", out var json)
            && JsonInteger.TryRead(json, out var points)
                ? points
                : 0;

    private static JsonElement? Part(RewardDefinition reward, string name) =>
        reward.Properties.FindObject("digital") is { } digital && JsonBody.TryFindObject(digital, name, out var part) ? part : null;
}
