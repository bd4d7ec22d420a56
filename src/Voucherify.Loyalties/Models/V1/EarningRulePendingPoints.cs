using System.Text.Json;

namespace Voucherify.Loyalties.V1;

public sealed partial record EarningRulePendingPoints
{
    /// <summary>No pending points: in an update it ends them, so that the rule's points can be spent at once.</summary>
    /// <remarks>It is sent as <c>null</c>, which leaving the member out would not be.</remarks>
    public static EarningRulePendingPoints None { get; } = new() { Raw = JsonDocument.Parse("null").RootElement };

    /// <summary>Points that are pending for some days.</summary>
    /// <param name="days">The number of days, 1 to 90.</param>
    public static EarningRulePendingPoints ForDays(int days) => new() { PeriodType = "DAY", PeriodValue = days };
}
