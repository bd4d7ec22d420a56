using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>A range of a list's parameter: <c>created_at[after]=...</c>, <c>created_at[before]=...</c> (D). The ends do not belong to it (A).</summary>
internal static class DateRange
{
    public static bool TryRead(
        SandboxCall call,
        string name,
        out Func<DateTimeOffset, bool> holds,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        var bounds = new[] { DateTimeOffset.MinValue, DateTimeOffset.MaxValue };
        (holds, refusal) = (time => time > bounds[0] && time < bounds[1], null);
        foreach (var (end, index) in new[] { ("after", 0), ("before", 1) })
        {
            if (call.Target.Query.Find($"{name}[{end}]") is not { } text)
            {
                continue;
            }

            if (!IsoTime.TryReadInstant(text, out bounds[index]))
            {
                refusal = Errors.InvalidQueryParams(call, $"Property .{name}[{end}] cannot be recognized as a ISO-8601 compliant date");
                return false;
            }
        }

        return true;
    }
}
