namespace Voucherify.Loyalties.V2;

public sealed partial record EarningEffect
{
    /// <summary>A fixed number of points.</summary>
    /// <param name="cardDefinitionId">The id of the card definition whose cards get the points.</param>
    /// <param name="points">The points.</param>
    public static EarningEffect FixedPoints(CardDefinitionId cardDefinitionId, long points) =>
        new() { Type = EarningEffectType.Points, Points = new() { Value = points, CardDefinitionId = cardDefinitionId } };

    /// <summary>Points for the amount of the order before discounts.</summary>
    /// <param name="cardDefinitionId">The id of the card definition whose cards get the points.</param>
    /// <param name="every">The amount that earns the points, in minor currency units: 1000 is 10.00.</param>
    /// <param name="points">The points for each full <paramref name="every"/>.</param>
    public static EarningEffect PerOrderAmount(CardDefinitionId cardDefinitionId, long every, decimal points) => Proportional(
        cardDefinitionId,
        CalculationType.PreDiscountOrderAmount,
        new() { Amount = new() { Every = every, Value = points } });

    /// <summary>Points for the amount of the order after discounts.</summary>
    /// <param name="cardDefinitionId">The id of the card definition whose cards get the points.</param>
    /// <param name="every">The amount that earns the points, in minor currency units: 1000 is 10.00.</param>
    /// <param name="points">The points for each full <paramref name="every"/>.</param>
    public static EarningEffect PerOrderTotalAmount(CardDefinitionId cardDefinitionId, long every, decimal points) => Proportional(
        cardDefinitionId,
        CalculationType.PostDiscountOrderAmount,
        new() { TotalAmount = new() { Every = every, Value = points } });

    /// <summary>A benefit.</summary>
    /// <param name="benefitId">The id of the benefit.</param>
    public static EarningEffect OfBenefit(BenefitId benefitId) =>
        new() { Type = EarningEffectType.Benefit, Benefit = new() { Id = benefitId } };

    private static EarningEffect Proportional(CardDefinitionId cardDefinitionId, CalculationType calculation, ProportionalOrder order) =>
        new()
        {
            Type = EarningEffectType.PointsProportional,
            PointsProportional = new() { CalculationType = calculation, CardDefinitionId = cardDefinitionId, Order = order },
        };
}
