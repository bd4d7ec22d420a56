using System.Globalization;
using System.Text;
using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>
/// The responses that faults return instead of the service's own. Their bodies are assumed. Those that stand for the service have a key
/// or a request id, and the headers of the rate limit. Those of a gateway have neither.
/// </summary>
internal sealed class FaultResponses(RateLimiter limiter, IdGenerator ids)
{
    private static readonly TimeSpan Cycle = TimeSpan.FromDays(30);

    private static readonly int[] Rejections = [403, 404, 413];

    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        "<html>\r\n<head><title>Error</title></head>\r\n<body><center><h1>Something went wrong</h1></center></body>\r\n</html>\r\n");

    /// <summary>Returns the response of a fault that has one, or null.</summary>
    public SandboxResponse? Find(FaultPlan plan, SandboxRequest request, DateTimeOffset now) => plan.Fault switch
    {
        SandboxFault.ServerErrorBefore or SandboxFault.ServerErrorAfter =>
            OfService(Errors.InternalServerError(ids.NextRequestId())),
        SandboxFault.RequestTimeoutBefore or SandboxFault.RequestTimeoutAfter =>
            OfService(Errors.RequestTimeout(ids.NextRequestId())),
        SandboxFault.GatewayErrorBefore or SandboxFault.GatewayErrorAfter => Html(GatewayStatus(plan.Choice)),
        SandboxFault.GatewayJsonErrorBefore or SandboxFault.GatewayJsonErrorAfter => GatewayJson(plan.Choice),
        SandboxFault.GatewayServerErrorBefore or SandboxFault.GatewayServerErrorAfter =>
            Errors.GatewayServerError(),
        SandboxFault.GatewayRejectionBefore or SandboxFault.GatewayRejectionAfter =>
            GatewayRejection(plan.Choice),
        SandboxFault.GatewayErrorLate => GatewayError(plan.Choice),
        SandboxFault.ProxyAuthenticationRequired => Html(407).With([new("Proxy-Authenticate", "Basic")]),
        SandboxFault.MisroutedResponseBefore or SandboxFault.MisroutedResponseAfter =>
            OfService(MisroutedResponse.To(request, plan.Choice)),
        SandboxFault.ErrorBodyBefore or SandboxFault.ErrorBodyAfter => OfService(ErrorBody()),
        SandboxFault.Redirect => SandboxResponse.Empty(302).With([new("Location", "/maintenance")]),
        SandboxFault.Throttle => TooMany("api_calls", now + plan.RetryAfter).With([new("Retry-After", Seconds(plan.RetryAfter))]),
        SandboxFault.ThrottleBulk => Errors.TooManyRequests().With(
        [
            new("X-Rate-Limit-Type", "bulk_api_calls"),
            RateLimiter.RetryHeader(now + plan.RetryAfter),
        ]),
        SandboxFault.ThrottleUntyped => Errors.TooManyRequests(),
        SandboxFault.ThrottleCycle => TooMany("api_calls_cycle", now + Cycle),
        SandboxFault.Unauthorized => OfService(Errors.Unauthorized()),
        SandboxFault.PaymentRequired => OfService(Errors.PaymentRequired()),
        SandboxFault.Forbidden => OfService(Errors.MissingPermission()),
        SandboxFault.Conflict => OfService(Errors.DuplicateFound()),
        SandboxFault.NotImplemented => OfService(Errors.NotImplemented(ids.NextRequestId())),
        _ => null,
    };

    /// <summary>Replaces the body by something that is no JSON: an HTML page, or the first half of the JSON.</summary>
    public static SandboxResponse Garble(SandboxResponse response, double choice) => choice < 0.5
        ? response with { Body = Page, Headers = [.. response.Headers.Where(IsNotContentType), HtmlType] }
        : response with { Body = response.Body[..(response.Body.Length / 2)] };

    private static KeyValuePair<string, string> HtmlType => new("Content-Type", "text/html; charset=utf-8");

    private static bool IsNotContentType(KeyValuePair<string, string> header) =>
        !string.Equals(header.Key, "Content-Type", StringComparison.OrdinalIgnoreCase);

    private static SandboxResponse Html(int status) => new(status, Page) { Headers = [HtmlType] };

    private static SandboxResponse GatewayRejection(double choice) => Html(Rejections[(int)(choice * Rejections.Length)]);

    private static int GatewayStatus(double choice) => 502 + Math.Min(2, (int)(choice * 3));

    private static SandboxResponse GatewayJson(double choice) => JsonResponse.Object(
        writer =>
        {
            writer.WriteString("message", "The upstream server is timing out");
            writer.WriteString("request_id", ((long)(choice * (1L << 52))).ToString("x20", CultureInfo.InvariantCulture));
        },
        GatewayStatus(choice));

    private static SandboxResponse ErrorBody() => JsonResponse.Object(static writer =>
    {
        writer.WriteNumber("code", 400);
        writer.WriteString("key", "invalid_payload");
        writer.WriteString("message", "Invalid payload");
        writer.WriteNumber("balance", 1);
    });

    private static string Seconds(TimeSpan delay) => ((long)Math.Ceiling(delay.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    // The first digit chooses the kind of response, the rest of the number its variant.
    private SandboxResponse GatewayError(double choice)
    {
        var variant = (choice * 5) % 1;
        return (int)(choice * 5) switch
        {
            0 => GatewayJson(variant),
            1 => Html(GatewayStatus(variant)),
            2 => Errors.GatewayServerError(),
            3 => Errors.RequestTimeout(ids.NextRequestId()),
            _ => GatewayRejection(variant),
        };
    }

    private SandboxResponse OfService(SandboxResponse response) => response.With(limiter.Headers());

    // The headers and the type are documented.
    private SandboxResponse TooMany(string type, DateTimeOffset until) =>
        Errors.TooManyRequests().With(limiter.ExhaustedHeaders(until)).With([new("X-Rate-Limit-Type", type)]);
}
