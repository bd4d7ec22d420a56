using System.Globalization;

namespace Voucherify.Loyalties.Http;

/// <summary>Reads raw headers. The typed properties would allocate objects for the parsed values of each response.</summary>
internal static class ResponseHeaders
{
    // Cache the last `Date` header: responses within a second share it, and parsing it costs as much as parsing a balance response.
    private static volatile ParsedDate _last = new("\0", default);

    /// <summary>Returns the first value of a header, or null.</summary>
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

    /// <summary>Returns the clock of the sender of the response, or null. Old date formats are left to the framework.</summary>
    public static DateTimeOffset? Date(HttpResponseMessage response)
    {
        var text = First(response, "Date");
        var last = _last;
        if (text is not null && text == last.Text)
        {
            return last.Date;
        }

        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date))
        {
            return response.Headers.Date;
        }

        _last = new ParsedDate(text!, date);
        return date;
    }

    private sealed record ParsedDate(string Text, DateTimeOffset Date);
}
