using System.Net;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Resilience;

/// <summary>The outcome table as documented, written independently of the code.</summary>
internal static class OutcomeCases
{
    private const int Once = 1;
    private const int Retried = 4;

    private static readonly Type Unknown = typeof(LoyaltyOutcomeUnknownException);
    private static readonly Type Api = typeof(LoyaltyApiException);
    private static readonly Type Rate = typeof(LoyaltyRateLimitException);
    private static readonly Type Connection = typeof(LoyaltyConnectionException);
    private static readonly Type TimedOut = typeof(LoyaltyTimeoutException);
    private static readonly Type Response = typeof(LoyaltyResponseException);
    private static readonly Type Cancelled = typeof(OperationCanceledException);
    private static readonly Type CancelledInFlight = typeof(LoyaltyOperationCanceledException);

    /// <summary>A success of both versions.</summary>
    private static readonly string Success =
        Adjustment.Of(ApiVersion.V1).Response[..^1] + "," + Adjustment.Of(ApiVersion.V2).Response[1..];

    public static IReadOnlyList<OutcomeCase> All { get; } =
    [
        new(AttemptKind.Succeeded, "200", Steps.Ok(Success), new(Once, null), new(Once, null), new(Once, null)),

        new(
            AttemptKind.CancelledBeforeSend,
            "before the body was asked for",
            Steps.HangBeforeSend(),
            new(Once, Cancelled),
            new(Once, Cancelled),
            new(Once, Cancelled))
        {
            Cancels = true,
        },
        Same(AttemptKind.GuardRefused, "another host", Steps.Ok("{}"), 0, typeof(LoyaltySendRefusedException))
            with { UserHandler = static () => new ChangingHandler(RedirectElsewhere) },
        Same(AttemptKind.FailedBeforeSend, "a user's handler", Steps.Ok("{}"), 0, typeof(NotSupportedException))
            with { UserHandler = () => new Thrower() },
        Same(AttemptKind.HeldBack, "the limit is used up for longer than MaxServerDelay", Steps.Ok("{}"), 0, Rate)
            with { IsHeldBack = true },
        Same(AttemptKind.ConnectFailed, "refused", Steps.FailToConnect(), Retried, Connection),
        Same(AttemptKind.TimedOutBeforeSend, "no connection in time", Steps.HangBeforeSend(), Retried, TimedOut)
            with { Read = new(Retried, TimedOut) },

        Same(AttemptKind.RateLimited, "api_calls", Limited("api_calls"), Retried, Rate),
        Same(AttemptKind.RateLimited, "bulk_api_calls", Limited("bulk_api_calls"), Retried, Rate),
        Same(AttemptKind.RateLimited, "no type", Steps.Respond(HttpStatusCode.TooManyRequests), Retried, Rate),
        Same(AttemptKind.CycleLimitReached, "api_calls_cycle", Limited("api_calls_cycle"), Once, Rate),
        Same(AttemptKind.Unauthorized, "401 with a key", Steps.Respond(HttpStatusCode.Unauthorized), Once, Api),
        Same(AttemptKind.PaymentRequired, "402", Refused(HttpStatusCode.PaymentRequired), Once, Api),
        Same(AttemptKind.Duplicate, "409", Refused(HttpStatusCode.Conflict), Once, Api),
        Same(
            AttemptKind.Duplicate,
            "400 duplicate_source_id",
            Steps.Respond(HttpStatusCode.BadRequest, """{"code":400,"key":"duplicate_source_id"}"""),
            Once,
            Api),
        Same(AttemptKind.ClientError, "400", Refused(HttpStatusCode.BadRequest), Once, Api),
        Same(AttemptKind.ClientError, "403", Refused(HttpStatusCode.Forbidden), Once, Api),
        Same(AttemptKind.ClientError, "404", Refused(HttpStatusCode.NotFound), Once, Api),
        Same(AttemptKind.ClientError, "405", Refused(HttpStatusCode.MethodNotAllowed), Once, Api),
        Same(AttemptKind.ClientError, "413", Refused(HttpStatusCode.RequestEntityTooLarge), Once, Api),
        Same(AttemptKind.ClientError, "415", Refused(HttpStatusCode.UnsupportedMediaType), Once, Api),
        Same(
            AttemptKind.ClientError,
            "a documented key",
            Steps.Respond(HttpStatusCode.NotFound, """{"key":"not_found"}"""),
            Once,
            Api),
        Same(
            AttemptKind.ClientError,
            "the code and the rate limit",
            Steps.Respond(HttpStatusCode.RequestEntityTooLarge, """{"statusCode":413,"error":"x"}""", ("X-Rate-Limit-Limit", "100")),
            Once,
            Api),
        Foreign("403 as HTML", Steps.Respond(HttpStatusCode.Forbidden, "<html>Blocked</html>")),
        Foreign("404 without a body", Steps.Respond(HttpStatusCode.NotFound)),
        Foreign("a code alone", Steps.Respond(HttpStatusCode.BadRequest, """{"code":400}""", ("Server", "gateway"))),
        Foreign(
            "the code of another status",
            Steps.Respond(HttpStatusCode.Conflict, """{"code":400}""", ("X-Rate-Limit-Limit", "100"))),
        Foreign("a request id that is not hexadecimal", Steps.Respond(HttpStatusCode.NotFound, """{"request_id":"v-12zz"}""")),
        Foreign("a request id that begins otherwise", Steps.Respond(HttpStatusCode.NotFound, """{"request_id":"v-z12"}""")),
        Foreign("a request id without its prefix", Steps.Respond(HttpStatusCode.NotFound, """{"request_id":"0c118c6f7c0e"}""")),
        Foreign("a body that breaks", Steps.LoseBody(HttpStatusCode.NotFound)),
        Same(AttemptKind.ProxyRefused, "407", Steps.Respond(HttpStatusCode.ProxyAuthenticationRequired), Once, Connection),

        Transient(AttemptKind.RequestTimeout, "408", Steps.Respond(HttpStatusCode.RequestTimeout), Api),
        Final(AttemptKind.Redirected, "301", Steps.Respond(HttpStatusCode.MovedPermanently), Api),
        Final(AttemptKind.Redirected, "302", Steps.Respond(HttpStatusCode.Redirect), Api),
        Final(AttemptKind.Redirected, "307", Steps.Respond(HttpStatusCode.TemporaryRedirect), Api),
        Transient(AttemptKind.ServerError, "500", Steps.Respond(HttpStatusCode.InternalServerError), Api),
        Transient(AttemptKind.ServerError, "502 as HTML", Steps.Respond(HttpStatusCode.BadGateway, "<html>Bad Gateway</html>"), Api),
        Transient(AttemptKind.ServerError, "503", Steps.Respond(HttpStatusCode.ServiceUnavailable), Api),
        Transient(AttemptKind.ServerError, "504", Steps.Respond(HttpStatusCode.GatewayTimeout), Api),
        Final(AttemptKind.NotImplemented, "501", Steps.Respond(HttpStatusCode.NotImplemented), Api),
        Final(AttemptKind.NotImplemented, "505", Steps.Respond(HttpStatusCode.HttpVersionNotSupported), Api),
        Transient(AttemptKind.TimedOut, "no response", Steps.Hang(), TimedOut),
        Transient(AttemptKind.ConnectionLost, "reset", Steps.LoseConnection(), Connection),
        new(
            AttemptKind.CancelledInFlight,
            "no response",
            Steps.Hang(),
            new(Once, CancelledInFlight),
            new(Once, Cancelled),
            new(Once, CancelledInFlight))
        {
            Cancels = true,
        },

        // A revocation expects a response without a body.
        Transient(AttemptKind.BodyLost, "cut off", Steps.LoseBody(), Response) with { Revoke = new(Once, null) },
        Final(AttemptKind.BodyEmpty, "no bytes", Steps.Ok(""), Response) with { Revoke = new(Once, null) },
        Final(AttemptKind.BodyUnreadable, "HTML", Steps.Ok("<html></html>"), Response) with { Revoke = new(Once, null) },
        Final(AttemptKind.BodyUnreadable, "null", Steps.Ok("null"), Response) with { Revoke = new(Once, null) },
        Final(AttemptKind.BodyUnreadable, "half a document", Steps.Ok("""{"points":100,"bal"""), Response)
            with { Revoke = new(Once, null) },
        new(
            AttemptKind.BodyUnreadable,
            "an adjustment without its result",
            Steps.Ok("{}"),
            new(Once, Unknown),
            new(Once, null),
            new(Once, null)),
    ];

    private static OutcomeCase Same(AttemptKind happened, string detail, Step step, int attempts, Type error) =>
        new(happened, detail, step, new(attempts, error), new(attempts, error), new(attempts, error));

    /// <summary>May have been applied, and a repeat may succeed. Repeated only if that is idempotent.</summary>
    private static OutcomeCase Transient(AttemptKind happened, string detail, Step step, Type readError) =>
        new(happened, detail, step, new(Once, Unknown), new(Retried, readError), new(Retried, Unknown));

    /// <summary>May have been applied, and a repeat would end the same way.</summary>
    private static OutcomeCase Final(AttemptKind happened, string detail, Step step, Type readError) =>
        new(happened, detail, step, new(Once, Unknown), new(Once, readError), new(Once, Unknown));

    /// <summary>
    /// A 4xx that the service did not write. A read ends with it. So does the revocation of a token: it has no effect that would matter.
    /// </summary>
    private static OutcomeCase Foreign(string detail, Step step) =>
        new(AttemptKind.ForeignResponse, detail, step, new(Once, Unknown), new(Once, Api), new(Once, Api));

    /// <summary>A refusal of the service itself.</summary>
    private static Step Refused(HttpStatusCode status) => Steps.Respond(status, """{"request_id":"v-0c118c6f7c0e6751ab"}""");

    private static void RedirectElsewhere(HttpRequestMessage request) => request.RequestUri = new Uri("https://elsewhere.example/v1/x");

    private static Step Limited(string type) =>
        Steps.Respond(
            HttpStatusCode.TooManyRequests,
            """{"code":429,"message":"Too many requests hit the API too quickly."}""",
            ("X-Rate-Limit-Type", type));

    private sealed class Thrower : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new NotSupportedException("The user's handler failed.");
    }
}
