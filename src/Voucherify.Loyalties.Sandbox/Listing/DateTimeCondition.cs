using System.Globalization;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>The filter operators on times (documented). After and before do not include the time itself (assumed).</summary>
internal static class DateTimeCondition
{
    private const int MaxDays = 36_500;

    public static Func<DateTimeOffset, bool>? Build(string @operator, string value, DateTimeOffset now) => @operator switch
    {
        "$after" when IsoTime.TryReadInstant(value, out var instant) => time => time > instant,
        "$before" when IsoTime.TryReadInstant(value, out var instant) => time => time < instant,
        "$more_than" when TryReadDays(value, out var days) => time => time < now.AddDays(-days),
        "$less_than" when TryReadDays(value, out var days) => time => time > now.AddDays(-days),
        "$has_value" => static _ => true,
        "$is_unknown" => static _ => false,
        _ => null,
    };

    private static bool TryReadDays(string value, out int days) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days <= MaxDays;
}
