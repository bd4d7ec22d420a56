using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes why payments and purchases were rejected. Only limits have details, as an object (documented).</summary>
internal static class RejectionJson
{
    public static void Write(Utf8JsonWriter writer, Rejection? rejection)
    {
        if (rejection is null)
        {
            writer.WriteNull("rejection");
            return;
        }

        writer.WriteObject("rejection", inner =>
        {
            inner.WriteString("reason", rejection.Reason);
            if (rejection.Limit is { } hit)
            {
                inner.WriteObject("details", details => WriteHit(details, hit));
            }
        });
    }

    private static void WriteHit(Utf8JsonWriter writer, SpendingLimitHit hit)
    {
        writer.WriteString("type", hit.Type);
        writer.WriteNumber("limit", hit.Limit);
        if (hit.Spendings is { } spendings)
        {
            writer.WriteNumber("spendings", spendings);
        }
    }
}
