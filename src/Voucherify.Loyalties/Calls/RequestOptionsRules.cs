using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Calls;

/// <summary>Checks the per-request options before anything is sent.</summary>
internal static class RequestOptionsRules
{
    /// <summary>Rejects options that cannot be followed.</summary>
    /// <exception cref="ArgumentException">The timeout is out of range, or a header cannot be sent.</exception>
    public static void Check(RequestOptions? options)
    {
        if (options is not null && (OfTimeout(options.Timeout) ?? OfHeaders(options.Headers)) is { } complaint)
        {
            throw new ArgumentException(complaint, nameof(options));
        }
    }

    private static string? OfTimeout(TimeSpan? timeout) => timeout <= TimeSpan.Zero || timeout > LoyaltyClientDefaults.LongestTimeout
        ? $"RequestOptions.Timeout must be more than 0 and at most a day, not {timeout}."
        : null;

    private static string? OfHeaders(IReadOnlyDictionary<string, string>? headers) =>
        headers?.Select(static header => OfHeader(header.Key, header.Value)).FirstOrDefault(static complaint => complaint is not null);

    private static string? OfHeader(string name, string? value)
    {
        if (!IsToken(name) || IsReserved(name))
        {
            return $"RequestOptions.Headers must not set '{Printable(name)}': it is not a header name, or the client sets it itself.";
        }

        return value is null || !Validate.IsHeaderText(value)
            ? $"RequestOptions.Headers['{name}'] has a line break, another control character, or a character that is not ASCII."
            : null;
    }

    /// <summary>
    /// Whether only the client sets a header. Another value would turn the call into a different one, into the call of someone else, or
    /// change how often and in which form it is sent.
    /// </summary>
    private static bool IsReserved(string name)
    {
        return Is(HeaderNames.AppId)
            || Is(HeaderNames.AppToken)
            || Is(HeaderNames.Authorization)
            || Is("Host")
            || Is(HeaderNames.ApiVersion)

            // .NET sends the headers alone and waits. A write without a body is then complete, and the connection pool may repeat it.
            || Is(HeaderNames.Expect)

            // They belong to a connection, or say where a request ends.
            || Is("Connection")
            || Is("HTTP2-Settings")
            || Is("Keep-Alive")
            || Is("TE")
            || Is("Trailer")
            || Is("Transfer-Encoding")
            || Is("Upgrade")

            // Some servers execute another method than the one that was sent.
            || Is("X-HTTP-Method")
            || Is("X-HTTP-Method-Override")
            || Is("X-Method-Override")

            // They are about the body, or for a proxy.
            || Begins("Content-")
            || Begins("Proxy-");

        bool Is(string reserved) => name.Equals(reserved, StringComparison.OrdinalIgnoreCase);

        bool Begins(string prefix) => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsToken(string name) =>
        name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    private static string Printable(string name) => string.Concat(name.Select(static c => char.IsControl(c) ? '?' : c));
}
