using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>Reads the times of a campaign or an earning rule.</summary>
internal static class ScheduleReader
{
    private static readonly string[] Dates = ["start_date", "expiration_date"];

    /// <summary>Checks that the start and the end can be read, or says which cannot.</summary>
    public static bool TryCheckDates(JsonElement root, out string? problem)
    {
        problem = null;
        foreach (var name in Dates)
        {
            if (!JsonBody.TryReadString(root, name, out var value, out problem))
            {
                return false;
            }

            if (value is not null && !IsoTime.TryReadInstant(value, out _))
            {
                problem = $"Property .{name} cannot be recognized as a ISO-8601 compliant date";
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads <c>expiration_rules</c>, if there are any, or says what is wrong with them.</summary>
    public static bool TryReadExpiration(JsonElement parent, out ExpirationRule? rule, out string? problem)
    {
        (rule, problem) = (null, null);
        return !JsonBody.TryFindObject(parent, "expiration_rules", out var json) || ExpirationRule.TryRead(json, out rule, out problem);
    }
}
