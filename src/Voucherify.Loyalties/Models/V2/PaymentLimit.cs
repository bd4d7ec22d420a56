namespace Voucherify.Loyalties.V2;

public sealed partial record PaymentLimit
{
    /// <summary>The whole balance of the card may pay.</summary>
    public static PaymentLimit WholeBalance => new() { Type = PaymentLimitType.CardBalance };

    /// <summary>At most a number of points may pay.</summary>
    /// <param name="max">The largest number of points, at least 1.</param>
    public static PaymentLimit Points(long max) => new() { Type = PaymentLimitType.PointsLimit, PointsLimit = new() { Max = max } };

    /// <summary>At most an amount may be paid.</summary>
    /// <param name="max">The largest amount in minor currency units, at least 1.</param>
    public static PaymentLimit Amount(long max) => new() { Type = PaymentLimitType.AmountLimit, AmountLimit = new() { Max = max } };
}
