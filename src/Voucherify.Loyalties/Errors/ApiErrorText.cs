using System.Globalization;
using System.Net;
using System.Text;

namespace Voucherify.Loyalties;

/// <summary>One readable line about an error answer.</summary>
internal static class ApiErrorText
{
    public static string Describe(HttpStatusCode status, ApiError error)
    {
        ArgumentNullException.ThrowIfNull(error);
        var text = new StringBuilder(160)
            .Append(CultureInfo.InvariantCulture, $"Voucherify answered {(int)status} {error.Key ?? status.ToString()}");
        Append(text, ": ", error.Message, "");
        Append(text, text[^1] == '.' ? " " : ". ", error.Details, "");
        Append(text, " (request ", error.RequestId, ")");
        return text.ToString();
    }

    private static void Append(StringBuilder text, string before, string? part, string after)
    {
        if (!string.IsNullOrWhiteSpace(part))
        {
            text.Append(before).Append(part).Append(after);
        }
    }
}
