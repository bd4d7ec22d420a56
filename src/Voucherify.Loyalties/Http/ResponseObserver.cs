using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Telemetry;

namespace Voucherify.Loyalties.Http;

/// <summary>Hands the response of a successful call to the caller who asked for it.</summary>
internal static class ResponseObserver
{
    private static readonly HashSet<string> Secret = new(StringComparer.OrdinalIgnoreCase)
    {
        "Set-Cookie", "Set-Cookie2", HeaderNames.AppToken, HeaderNames.Authorization,
    };

    /// <summary>Hands over a copy. The body is in a buffer that will be used again.</summary>
    public static void Hand(LoyaltyCall call, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        if (call.OnResponse is { } observer)
        {
            SafeInvoke.Run((observer, call, response, body), static given => given.observer(Copy(given.call, given.response, given.body)));
        }
    }

    private static LoyaltyResponse Copy(LoyaltyCall call, HttpResponseMessage response, ReadOnlyMemory<byte> body) => new()
    {
        StatusCode = response.StatusCode,
        Headers = response.Headers.NonValidated
            .Concat(response.Content.Headers.NonValidated)
            .Where(static header => !Secret.Contains(header.Key))
            .GroupBy(static header => header.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(
                static header => header.Key,
                static header => (IReadOnlyList<string>)[.. header.SelectMany(static values => values.Value)],
                StringComparer.OrdinalIgnoreCase),
        Body = call.Operation.NeedsAppKey ? default : body.ToArray(),
    };
}
