using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Http;

/// <summary>
/// Removes the credentials of a request from the error that it ended with. A service, a gateway or a proxy may have repeated them, and .NET
/// names a proxy together with its password.
/// </summary>
internal sealed class CredentialRedaction
{
    private const string Mark = "(secret)";

    /// <summary>What is shorter may be a part of any word.</summary>
    private const int MinLength = 4;

    /// <summary>A header that is not known to carry a credential may hold a word.</summary>
    private const int MinUnknownLength = 8;

    /// <summary>Headers that tell nothing, so that an error may quote them.</summary>
    private static readonly string[] Harmless =
    [
        "Accept", "Accept-Encoding", "Accept-Language", "Cache-Control", HeaderNames.ApiVersion, HeaderNames.UserAgent, "traceparent",
    ];

    private static readonly string[] Credentials =
        [HeaderNames.AppId, HeaderNames.AppToken, HeaderNames.Authorization, "Proxy-Authorization", "Cookie"];

    private static readonly SearchValues<char> AfterAuthority = SearchValues.Create("/?# \r\n\t");

    private readonly List<string> _secrets = [];

    private CredentialRedaction(LoyaltyCall call, HttpRequestMessage? request)
    {
        Add(call.Authenticator.Secrets);
        Add(call.Token);
        foreach (var (name, values) in request?.Headers.NonValidated ?? default)
        {
            AddHeader(name, values.ToString());
        }

        AddFields(request?.RequestUri is { IsAbsoluteUri: true, Query: { Length: > 1 } query } ? query[1..] : string.Empty);
        if (call.Operation.NeedsAppKey && request?.Content is SendTrackingContent { Body: { IsEmpty: false } form })
        {
            AddFields(Encoding.UTF8.GetString(form.Span));
        }

        // The longest first: it may contain another one.
        _secrets.Sort(static (one, other) => other.Length.CompareTo(one.Length));
    }

    /// <summary>Returns the result of an attempt, with an error that shows no credential.</summary>
    public static AttemptResult Of(AttemptResult result, LoyaltyCall call, HttpRequestMessage? request)
    {
        if (result.Error is not { } error)
        {
            return result;
        }

        var clean = new CredentialRedaction(call, request).Cleaned(error, isCause: false);
        return ReferenceEquals(clean, error) ? result : result with { Error = clean };
    }

    private Exception Cleaned(Exception error, bool isCause)
    {
        var cause = error.InnerException is { } inner ? Cleaned(inner, isCause: true) : null;
        var message = Cleaned(error.Message);
        var answer = (error as LoyaltyApiException)?.Error;
        var cleanAnswer = answer is null ? null : Cleaned(answer);
        if (ReferenceEquals(cause, error.InnerException) && message == error.Message && cleanAnswer == answer)
        {
            return error;
        }

        return error switch
        {
            LoyaltyRateLimitException { HeldBackUntil: null } limit =>
                new LoyaltyRateLimitException(cleanAnswer!, limit.RetryAfter, CleanedOrNull(limit.LimitType)),
            LoyaltyApiException api => new LoyaltyApiException(api.StatusCode, cleanAnswer!, cause),
            LoyaltyResponseException response =>
                new LoyaltyResponseException(response.StatusCode, message, cause) { IsForeign = response.IsForeign },
            LoyaltyConnectionException => new LoyaltyConnectionException(message, cause),
            LoyaltyTimeoutException => new LoyaltyTimeoutException(message, cause),
            HttpRequestException http => new HttpRequestException(http.HttpRequestError, message, cause, http.StatusCode),
            IOException => new IOException(message, cause),

            // The exception of a user's handler reaches the caller as it was thrown. As a cause of ours it is part of our text.
            _ => isCause ? new LoyaltyException($"{error.GetType().Name}: {message}", cause) : error,
        };
    }

    // A cleaned copy is equal if there was nothing to clean.
    private ApiError Cleaned(ApiError error) => error with
    {
        Key = CleanedOrNull(error.Key),
        Message = CleanedOrNull(error.Message),
        Details = CleanedOrNull(error.Details),
        RequestId = Cleaned(error.RequestId),
        ResourceId = Cleaned(error.ResourceId),
        ResourceType = CleanedOrNull(error.ResourceType),
        Error = error.Error switch
        {
            { Text: { } text } => Cleaned(text),
            { Value: { } reason } => reason with { Message = CleanedOrNull(reason.Message) },
            var other => other,
        },
    };

    private string? CleanedOrNull(string? text) => text is null ? null : Cleaned(text);

    private string Cleaned(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, Mark, StringComparison.OrdinalIgnoreCase);
        }

        return WithoutUserInfo(text);
    }

    /// <summary>Removes names and passwords from the addresses in a text.</summary>
    private static string WithoutUserInfo(string text)
    {
        const string Separator = "://";
        for (var at = text.IndexOf(Separator, StringComparison.Ordinal); at >= 0;)
        {
            var start = at + Separator.Length;
            var rest = text.AsSpan(start);
            var end = rest.IndexOfAny(AfterAuthority);
            var authority = end < 0 ? rest : rest[..end];
            var length = authority.LastIndexOf('@');
            if (length > 0 && !authority[..length].SequenceEqual(Mark))
            {
                text = string.Concat(text.AsSpan(0, start), Mark, rest[length..]);
            }

            at = text.IndexOf(Separator, start, StringComparison.Ordinal);
        }

        return text;
    }

    private void AddHeader(string name, string value)
    {
        if (Credentials.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            // "Bearer" and "Basic" are no secrets.
            Add(value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, { } parameter] ? parameter : value);
        }
        else if (value.Length >= MinUnknownLength && !Harmless.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            Add(value);
        }
    }

    /// <summary>Adds the tokens among the fields of a form or a query: those to check or to revoke, and that of an export's file.</summary>
    private void AddFields(string form)
    {
        foreach (var field in form.Split('&'))
        {
            var parts = field.Split('=', 2);
            if (parts.Length == 2 && parts[0].EndsWith("token", StringComparison.OrdinalIgnoreCase))
            {
                Add(Uri.UnescapeDataString(parts[1].Replace('+', ' ')));
            }
        }
    }

    private void Add(IEnumerable<string> secrets)
    {
        foreach (var secret in secrets)
        {
            Add(secret);
        }
    }

    /// <summary>Adds a secret, also as it is written in an address and in JSON.</summary>
    private void Add(string? secret)
    {
        if (secret is { Length: >= MinLength })
        {
            _secrets.AddRange([secret, Uri.EscapeDataString(secret), JavaScriptEncoder.Default.Encode(secret)]);
        }
    }
}
