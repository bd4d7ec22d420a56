using System.Text.Json;

namespace Voucherify.Loyalties.V1;

public sealed partial record EarningRulePendingPoints
{
    /// <summary>No pending points. In an update, this switches them off, so that the rule's points can be spent at once.</summary>
    /// <remarks>Sent as an explicit <c>null</c>, which is not the same as leaving the member out.</remarks>
    public static EarningRulePendingPoints None { get; } = new() { Raw = JsonDocument.Parse("null").RootElement };

    /// <summary>Points that stay pending for a number of days.</summary>
    /// <param name="days">The number of days, 1 to 90.</param>
    public static EarningRulePendingPoints ForDays(int days) => new() { PeriodType = "DAY", PeriodValue = days };
}
