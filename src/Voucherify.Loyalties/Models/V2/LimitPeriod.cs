namespace Voucherify.Loyalties.V2;

public sealed partial record LimitPeriod
{
    /// <summary>The current period of the calendar.</summary>
    /// <param name="unit">Which period.</param>
    public static LimitPeriod Current(CurrentPeriodUnit unit) => new() { Type = "CURRENT_PERIOD", CurrentPeriod = new() { Unit = unit } };
}
