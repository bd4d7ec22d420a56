#pragma warning disable VLOY0002 // The vendor still changes the operations that set a program up.

using Voucherify.Loyalties.V2;

namespace LoyaltyConsole.Tour.V2;

/// <summary>What the program of the tour consists of.</summary>
internal static class TourProgram
{
    public const string Name = "Coffee Club";

    /// <summary>How long points live, in days.</summary>
    public const int PointsLiveFor = 90;

    /// <summary>How many points reach the tier Gold.</summary>
    public const long GoldFrom = 500;

    public const long MugPrice = 150;

    /// <summary>Points expire, and ten points pay for one euro of an order.</summary>
    public static CreateCardDefinitionRequest Wallet { get; } = new()
    {
        Name = "Beans",
        Status = CardDefinitionStatus.Active,
        PointsExpiration = new()
        {
            Type = ExpirationType.RollingExpiration,
            RollingExpiration = new() { Period = new() { Unit = PeriodUnit.Day, Value = PointsLiveFor } },
        },
        PayWithPoints = new() { Type = PayWithPointsType.ExchangeRatio, ExchangeRatio = new() { Formula = "0.1" } },
    };

    /// <summary>A point for each euro of a paid order.</summary>
    public static CreateEarningRuleRequest Rule(CardDefinitionId wallet) => new()
    {
        Name = "Orders",
        Status = EarningRuleStatus.Active,
        Trigger = EarningRuleTrigger.OrderPaid,
        Earnings = [new() { Effects = [EarningEffect.PerOrderAmount(wallet, every: 100, points: 1)] }],
    };

    public static CreateRewardRequest Mug(CardDefinitionId wallet) => new()
    {
        Name = "Mug",
        Type = RewardType.Material,
        Status = RewardStatus.Active,
        Material = new() { Type = MaterialType.Product, Product = new() { Id = "prod_mug" } },
        Costs = [RewardCost.InPoints(wallet, MugPrice)],
        Refunds = new() { Type = RefundType.Refundable },
    };

    /// <summary>The balance decides the tier.</summary>
    public static CreateTierStructureRequest Tiers(CardDefinitionId wallet) => new()
    {
        Name = "Tiers",
        Type = TierStructureType.PointBalance,
        PointBalance = new() { CardDefinitionId = wallet },
        Downgrade = new() { Type = DowngradeType.SingleLevel },
    };

    public static CreateTierRequest Bronze { get; } = Tier("Bronze", 0, GoldFrom - 1);

    public static CreateTierRequest Gold { get; } = Tier("Gold", GoldFrom, max: null);

    private static CreateTierRequest Tier(string name, long min, long? max) => new()
    {
        Name = name,
        QualificationRules = new() { Type = QualificationType.Points, Points = new() { MinValue = min, MaxValue = max } },
    };
}
