using System.Globalization;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>The kinds of fields that a list of the v2 API can be filtered by, with their operators and limits (documented).</summary>
internal static class FilterFields
{
    private const int MaxIds = 100;
    private const int MaxValues = 10;
    private const int MaxDays = 36_500;

    /// <summary>An id with a prefix and hexadecimal digits.</summary>
    public static FilterField<T> Id<T>(string prefix, Func<T, string> select) => (@operator, values, _, _) =>
        values.All(value => Identifier.Matches(value, prefix)) ? Choice(@operator, values, select, MaxIds) : null;

    /// <summary>One of some values, or an id of another form if there are none.</summary>
    public static FilterField<T> OneOf<T>(Func<T, string> select, params string[] allowed) => (@operator, values, _, _) =>
        allowed.Length == 0 || values.All(value => allowed.Contains(value, StringComparer.Ordinal))
            ? Choice(@operator, values, select, allowed.Length == 0 ? MaxIds : MaxValues)
            : null;

    /// <summary>A string.</summary>
    public static FilterField<T> Text<T>(Func<T, string> select) => (@operator, values, _, _) =>
        values.Count <= (@operator is "$in" or "$not_in" ? MaxValues : 1) && StringCondition.Build(@operator, [.. values]) is { } holds
            ? row => holds(select(row))
            : null;

    /// <summary>A time. Null is before and after nothing.</summary>
    public static FilterField<T> Time<T>(Func<T, DateTimeOffset?> select) => (@operator, values, now, context) =>
        values.Count == 1 && Time(@operator, values[0], now, context) is { } holds
            ? row => select(row) is { } time ? holds(time) : @operator is "$is_unknown"
            : null;

    /// <summary>A day.</summary>
    public static FilterField<T> Day<T>(Func<T, DateOnly?> select) => (@operator, values, now, context) =>
        values.Count == 1 && Day(@operator, values[0], context.Calendar.DayOf(now)) is { } holds
            ? row => select(row) is { } day ? holds(day) : @operator is "$is_unknown"
            : null;

    private static Func<T, bool>? Choice<T>(string @operator, IReadOnlyList<string> values, Func<T, string> select, int max) =>
        (@operator, values.Count) switch
        {
            ("$is", 1) => row => string.Equals(select(row), values[0], StringComparison.Ordinal),
            ("$is_not", 1) => row => !string.Equals(select(row), values[0], StringComparison.Ordinal),
            ("$in", var count) when count <= max => row => values.Contains(select(row), StringComparer.Ordinal),
            ("$not_in", var count) when count <= max => row => !values.Contains(select(row), StringComparer.Ordinal),
            _ => null,
        };

    // A number of days is how many days ago (documented). That these are days of the project is assumed.
    private static Func<DateTimeOffset, bool>? Time(string @operator, string value, DateTimeOffset now, FilterContext context)
    {
        if (@operator is "$before" or "$after")
        {
            return IsoTime.TryReadInstant(value, out var bound) ? Bound(@operator is "$after", bound, context) : null;
        }

        return Day(@operator, value, context.Calendar.DayOf(now)) is { } holds ? time => holds(context.Calendar.DayOf(time)) : null;
    }

    private static Func<DateTimeOffset, bool> Bound(bool isAfter, DateTimeOffset bound, FilterContext context) =>
        (context.Times, isAfter) switch
        {
            (SandboxTimeFilter.Inclusive, true) => time => time >= bound,
            (SandboxTimeFilter.Inclusive, false) => time => time <= bound,
            (SandboxTimeFilter.WholeDays, true) => time => context.Calendar.DayOf(time) > context.Calendar.DayOf(bound),
            (SandboxTimeFilter.WholeDays, false) => time => context.Calendar.DayOf(time) < context.Calendar.DayOf(bound),
            (_, true) => time => time > bound,
            _ => time => time < bound,
        };

    private static Func<DateOnly, bool>? Day(string @operator, string value, DateOnly today) => @operator switch
    {
        "$is" when TryReadDays(value, out var days) => day => day == today.AddDays(-days),
        "$more_than" when TryReadDays(value, out var days) => day => day < today.AddDays(-days),
        "$less_than" when TryReadDays(value, out var days) => day => day > today.AddDays(-days),
        "$after" when IsoTime.TryReadDay(value, out var bound) => day => day > bound,
        "$before" when IsoTime.TryReadDay(value, out var bound) => day => day < bound,
        "$has_value" => static _ => true,
        "$is_unknown" => static _ => false,
        _ => null,
    };

    private static bool TryReadDays(string value, out int days) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out days) && days <= MaxDays;
}
