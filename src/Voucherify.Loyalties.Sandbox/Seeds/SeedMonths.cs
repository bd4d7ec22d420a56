namespace Voucherify.Loyalties.Sandbox.Seeds;

/// <summary>Reads after how many months points expire.</summary>
internal static class SeedMonths
{
    public static int? Find(SeedObject json) => json.FindNumber("points_expire_after_months", least: 0) is not { } months ? null
        : months <= SeedLimits.MostMonths ? (int)months
        : throw json.Require("points_expire_after_months").Problem($"This must be at most {SeedLimits.MostMonths} months.");
}
