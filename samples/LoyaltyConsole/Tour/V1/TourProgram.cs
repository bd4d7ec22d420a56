using Voucherify.Loyalties.V1;

namespace LoyaltyConsole.Tour.V1;

/// <summary>The loyalty program of the tour and its customers.</summary>
internal static class TourProgram
{
    public const string Name = "Coffee Club";
    public const string RewardId = "rew_mug";
    public const string RewardName = "Mug";
    public const long RewardPrice = 300;

    /// <summary>One point for every full euro, and a fixed number for every order.</summary>
    public static IReadOnlyList<CreateEarningRuleRequest> Rules { get; } =
    [
        CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.PerOrderAmount(every: 100, points: 1))
            with { Source = new() { Banner = "1 point for 1.00" } },
        CreateEarningRuleRequest.ForOrderPaid(EarningRulePoints.Fixed(20)) with { Source = new() { Banner = "20 points per order" } },
    ];

    /// <summary>The paid orders, with amounts in minor currency units.</summary>
    public static IReadOnlyList<(string Customer, long Amount)> Orders { get; } =
    [
        ("anna", 42_000), ("ben", 9_050), ("anna", 8_000), ("anna", 5_000),
    ];

    public static IReadOnlyList<string> Customers { get; } = ["anna", "ben"];

    public static CreateCampaignRequest Campaign { get; } = new()
    {
        Name = Name,
        Type = CampaignMode.AutoUpdate,
        Voucher = new()
        {
            LoyaltyCard = new()
            {
                Points = 0,
                ExpirationRules = new()
                {
                    PeriodType = PointsExpirationPeriod.Month,
                    PeriodValue = 12,
                    RoundingType = PointsExpirationRounding.EndOfMonth,
                },
            },
            CodeConfig = new() { Pattern = "CLUB-####", Charset = "0123456789" },
        },
    };

    /// <summary>The tiers. Gold starts at 500 points and doubles the points for the amount of an order.</summary>
    /// <param name="amountRuleId">The rule whose points are doubled.</param>
    public static IReadOnlyList<CreateTierRequest> Tiers(string amountRuleId) =>
    [
        new() { Name = "Bronze", Points = new() { From = 0, To = 499 } },
        new()
        {
            Name = "Gold",
            Points = new() { From = 500 },
            EarningRules = new Dictionary<string, TierMapping>
            {
                [amountRuleId] = new() { Type = TierMappingType.Multiply, Multiplier = 2 },
            },
        },
    ];
}
