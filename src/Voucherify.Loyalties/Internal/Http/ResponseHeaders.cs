using System.Globalization;

namespace Voucherify.Loyalties.Internal.Http;

/// <summary>Reads headers as they came. The typed properties keep what they parsed in objects of their own, for each answer.</summary>
internal static class ResponseHeaders
{
    /// <summary>The first value of a header, or null.</summary>
    public static string? First(HttpResponseMessage response, string header)
    {
        if (response.Headers.NonValidated.TryGetValues(header, out var values))
        {
            foreach (var value in values)
            {
                return value.Trim();
            }
        }

        return null;
    }

    /// <summary>The clock of who answered, or null. Old forms of the date are left to the framework.</summary>
    public static DateTimeOffset? Date(HttpResponseMessage response) =>
        DateTimeOffset.TryParseExact(First(response, "Date"), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : response.Headers.Date;
}
