using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Reports what moved on a card, computed from its transactions. Periods without movements are left out (documented).</summary>
internal sealed class CardReportHandler(ProjectCalendar calendar, V2Locator locator)
{
    public SandboxResponse Report(SandboxCall call)
    {
        var resolution = call.Query("resolution");
        if (!IsoTime.TryReadDay(call.Query("start_date") ?? string.Empty, out var start)
            || !IsoTime.TryReadDay(call.Query("end_date") ?? string.Empty, out var end)
            || ReportPeriods.LimitOf(start, resolution) is not { } limit
            || end >= limit)
        {
            return Errors.InvalidQueryParams(call, "The report needs start_date, end_date and resolution, within the longest range");
        }

        // Documented, with the key of bodies.
        if (start >= end)
        {
            return Errors.InvalidPayload(call, "start_date must be before end_date");
        }

        if (!locator.TryFindCard(call, out var card, out var refusal))
        {
            return refusal;
        }

        var periods = card.Transactions
            .Where(row => row is { EndedAt: not null, Rejection: null })
            .Select(row => (Day: calendar.DayOf(row.EndedAt!.Value), Row: row))
            .Where(row => row.Day >= start && row.Day <= end)
            .GroupBy(row => ReportPeriods.BeginOf(row.Day, resolution!), static row => row.Row)
            .OrderBy(static period => period.Key);
        return JsonResponse.Object(writer =>
        {
            writer.WriteArray("data", periods, static (inner, period) => CardReportJson.Write(inner, period.Key, period));
            writer.WriteString("object", "report");
        });
    }
}
