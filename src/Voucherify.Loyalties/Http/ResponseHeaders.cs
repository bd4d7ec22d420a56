using System.Globalization;

namespace Voucherify.Loyalties.Http;

/// <summary>Reads headers as they came. The typed properties keep what they parsed in objects of their own, for each answer.</summary>
internal static class ResponseHeaders
{
    // Answers of one second have the same text, and to read it takes as long as to read the answer to an adjustment.
    private static volatile ParsedDate _last = new("\0", default);

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
