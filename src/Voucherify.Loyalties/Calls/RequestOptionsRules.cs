using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Calls;

/// <summary>Checks the per-request options before anything is sent.</summary>
internal static class RequestOptionsRules
{
    /// <summary>
    /// Headers that only the client sets. Another value would turn the call into a different one, into the call of someone else, or change
    /// how often and in which form it is sent.
    /// </summary>
    private static string[] Reserved =>
    [
        HeaderNames.AppId,
        HeaderNames.AppToken,
        HeaderNames.Authorization,
        "Host",
        HeaderNames.ApiVersion,

        // .NET sends the headers alone and waits. A write without a body is then complete, and the connection pool may repeat it.
        HeaderNames.Expect,

        // They belong to a connection, or say where a request ends.
        "Connection",
        "HTTP2-Settings",
        "Keep-Alive",
        "TE",
        "Trailer",
        "Transfer-Encoding",
        "Upgrade",

        // Some servers execute another method than the one that was sent.
        "X-HTTP-Method",
        "X-HTTP-Method-Override",
        "X-Method-Override",
    ];

    /// <summary>The beginnings of such headers: those of the body, and those for a proxy.</summary>
    private static string[] ReservedPrefixes => ["Content-", "Proxy-"];

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
        if (!IsToken(name)
            || ReservedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            || Reserved.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return $"RequestOptions.Headers must not set '{Printable(name)}': it is not a header name, or the client sets it itself.";
        }

        return value is null || !Validate.IsHeaderText(value)
            ? $"RequestOptions.Headers['{name}'] has a line break, another control character, or a character that is not ASCII."
            : null;
    }

    private static bool IsToken(string name) =>
        name.Length > 0 && name.All(static c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));

    private static string Printable(string name) => string.Concat(name.Select(static c => char.IsControl(c) ? '?' : c));
}
