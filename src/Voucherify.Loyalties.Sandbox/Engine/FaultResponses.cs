using System.Globalization;
using System.Text;
using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>The responses that faults return instead of the service's own. Their bodies are assumed.</summary>
internal sealed class FaultResponses(RateLimiter limiter)
{
    private static readonly TimeSpan Cycle = TimeSpan.FromDays(30);

    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        "<html>\r\n<head><title>Error</title></head>\r\n<body><center><h1>Something went wrong</h1></center></body>\r\n</html>\r\n");

    /// <summary>Returns the response of a fault that has one, or null.</summary>
    public SandboxResponse? Find(FaultPlan plan, DateTimeOffset now) => plan.Fault switch
    {
        SandboxFault.ServerErrorBefore or SandboxFault.ServerErrorAfter => Errors.InternalServerError().With(limiter.Headers()),
        SandboxFault.RequestTimeoutBefore or SandboxFault.RequestTimeoutAfter => Errors.RequestTimeout().With(limiter.Headers()),
        SandboxFault.GatewayErrorBefore or SandboxFault.GatewayErrorAfter => Html(502 + Math.Min(2, (int)(plan.Choice * 3))),
        SandboxFault.Redirect => SandboxResponse.Empty(302).With([new("Location", "/maintenance")]),
        SandboxFault.Throttle => TooMany("api_calls", now + plan.RetryAfter).With([new("Retry-After", Seconds(plan.RetryAfter))]),
        SandboxFault.ThrottleBulk => Errors.TooManyRequests().With(
        [
            new("X-Rate-Limit-Type", "bulk_api_calls"),
            RateLimiter.RetryHeader(now + plan.RetryAfter),
        ]),
        SandboxFault.ThrottleUntyped => Errors.TooManyRequests(),
        SandboxFault.ThrottleCycle => TooMany("api_calls_cycle", now + Cycle),
        SandboxFault.Unauthorized => Errors.Unauthorized(),
        SandboxFault.PaymentRequired => Errors.PaymentRequired(),
        SandboxFault.Conflict => Errors.DuplicateFound().With(limiter.Headers()),
        SandboxFault.NotImplemented => Errors.NotImplemented().With(limiter.Headers()),
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

    private static string Seconds(TimeSpan delay) => ((long)Math.Ceiling(delay.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    // The headers and the type are documented.
    private SandboxResponse TooMany(string type, DateTimeOffset until) =>
        Errors.TooManyRequests().With(limiter.ExhaustedHeaders(until)).With([new("X-Rate-Limit-Type", type)]);
}
