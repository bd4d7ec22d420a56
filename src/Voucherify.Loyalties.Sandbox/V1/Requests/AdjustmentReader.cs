using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>Reads the body of a balance adjustment. Unknown properties are ignored.</summary>
internal sealed class AdjustmentReader(SandboxV1Options options, V1Store store)
{
    public bool TryRead(
        SandboxCall call,
        [NotNullWhen(true)] out Adjustment? adjustment,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        adjustment = null;
        if (!RequestBody.TryReadObject(call, out var root, out refusal))
        {
            return false;
        }

        if (!JsonBody.TryReadInteger(root, "points", out var points, out var problem)
            || !JsonBody.TryReadString(root, "source_id", out var sourceId, out problem)
            || !JsonBody.TryReadString(root, "reason", out var reason, out problem)
            || !TryReadExpiration(root, out var expiration, out var lastDay, out problem))
        {
            refusal = Errors.InvalidPayload(call, problem!);
        }
        else if (points == 0 && options.ZeroPoints == SandboxPolicy.Reject)
        {
            refusal = Errors.InvalidPayload(call, "Property .points must not be 0");
        }
        else if (points > 0 && lastDay < store.Calendar.DayOf(call.Now))
        {
            // Today is not in the past, because points can be used on their last day. The expiration of a removal is ignored (assumed).
            refusal = Errors.InvalidExpirationDate(call);
        }
        else
        {
            adjustment = new Adjustment(points, expiration, sourceId, reason);
        }

        return adjustment is not null;
    }

    private bool TryReadExpiration(JsonElement root, out Expiration expiration, out DateOnly? lastDay, out string? problem)
    {
        (expiration, lastDay) = (Expiration.Never, null);
        if (!JsonBody.TryReadString(root, "expiration_type", out var type, out problem) || !TryReadDate(root, out var date, out problem))
        {
            return false;
        }

        // A date that belongs to another type must be well-formed, but is ignored (assumed).
        switch (type)
        {
            case "CUSTOM_DATE" when date is { } day:
                (expiration, lastDay) = (Expiration.On(day), day);
                return true;
            case "CUSTOM_DATE":
                problem = JsonBody.MissingProperty("expiration_date");
                return false;
            case "NON_EXPIRING":
                return true;
            case "PROGRAM_RULES":
                expiration = Expiration.ByProgramRules;
                return true;
            case null:
                expiration = options.DefaultExpiration == SandboxExpiration.NonExpiring ? Expiration.Never : Expiration.ByProgramRules;
                return true;
            default:
                problem = "Property .expiration_type must be equal to one of the allowed values";
                return false;
        }
    }

    private bool TryReadDate(JsonElement root, out DateOnly? date, out string? problem)
    {
        date = null;
        if (!JsonBody.TryReadString(root, "expiration_date", out var value, out problem) || value is null)
        {
            return problem is null;
        }

        if (IsoTime.TryReadDay(value, out var day))
        {
            date = day;
        }
        else if (IsoTime.TryReadInstant(value, out var instant))
        {
            date = store.Calendar.DayOf(instant);
        }
        else
        {
            // Documented, word for word.
            problem = "Property .expiration_date cannot be recognized as a ISO-8601 compliant date";
        }

        return problem is null;
    }
}
