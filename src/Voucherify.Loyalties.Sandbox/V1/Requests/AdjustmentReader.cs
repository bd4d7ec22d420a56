using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>Reads and checks the body of a balance adjustment. Members it does not know are ignored.</summary>
internal sealed class AdjustmentReader(LoyaltySandboxOptions options, ProjectCalendar calendar)
{
    /// <summary>The adjustment, or the answer that says what is wrong with it.</summary>
    public (Adjustment? Adjustment, SandboxResponse? Refusal) Read(SandboxCall call)
    {
        if (!JsonBody.TryParse(call.Request.Body, out var root, out var problem)
            || !JsonBody.TryReadInteger(root, "points", out var points, out problem)
            || !JsonBody.TryReadText(root, "source_id", out var sourceId, out problem)
            || !JsonBody.TryReadText(root, "reason", out var reason, out problem)
            || !TryReadExpiration(root, out var expiration, out var date, out problem))
        {
            return (null, Errors.InvalidPayload(call, problem!));
        }

        if (points == 0 && options.ZeroPoints == SandboxPolicy.Reject)
        {
            return (null, Errors.InvalidPayload(call, "Property .points must not be 0"));
        }

        // The last day is still usable, so today is not in the past. For a removal the expiration means nothing (A).
        if (points > 0 && date < calendar.DayOf(call.Now))
        {
            return (null, Errors.InvalidExpirationDate(call));
        }

        return (new Adjustment(points, expiration, sourceId, reason), null);
    }

    private bool TryReadExpiration(JsonElement root, out Expiration expiration, out DateOnly? date, out string? problem)
    {
        (expiration, date) = (Expiration.Never, null);
        if (!JsonBody.TryReadText(root, "expiration_type", out var type, out problem) || !TryReadDate(root, out var day, out problem))
        {
            return false;
        }

        // A date beside another type is checked for its form and then ignored (A).
        switch (type)
        {
            case "CUSTOM_DATE" when day is { } lastDay:
                (expiration, date) = (Expiration.On(lastDay), lastDay);
                return true;
            case "CUSTOM_DATE":
                problem = "Payload should have required property 'expiration_date'";
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
        if (!JsonBody.TryReadText(root, "expiration_date", out var text, out problem) || text is null)
        {
            return problem is null;
        }

        if (IsoTime.TryReadDay(text, out var day))
        {
            date = day;
        }
        else if (IsoTime.TryReadInstant(text, out var instant))
        {
            date = calendar.DayOf(instant);
        }
        else
        {
            // D, word for word.
            problem = "Property .expiration_date cannot be recognized as a ISO-8601 compliant date";
        }

        return problem is null;
    }
}
