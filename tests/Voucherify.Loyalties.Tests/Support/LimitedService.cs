using System.Globalization;
using System.Net;
using System.Text;
using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>Takes the place of the socket: a service that allows a number of calls a minute and refuses the others.</summary>
/// <param name="clock">The clock of the limit. A period begins with its first call.</param>
/// <param name="limit">The calls of a minute.</param>
internal sealed class LimitedService(TimeProvider clock, int limit) : HttpMessageHandler
{
    private readonly List<(DateTimeOffset At, bool IsAccepted, string? Body)> _calls = [];
    private DateTimeOffset _renewsAt;

    /// <summary>The calls that are left in this period.</summary>
    public int Left { get; set; }

    /// <summary>Whether each response states the limit. Otherwise only a refusal says how long to wait.</summary>
    public bool StatesLimit { get; init; } = true;

    /// <summary>Whether a refusal says how long to wait.</summary>
    public bool StatesWait { get; init; } = true;

    /// <summary>The time from a request to its response.</summary>
    public TimeSpan Latency { get; init; } = TimeSpan.FromMilliseconds(100);

    public IReadOnlyList<DateTimeOffset> Accepted => [.. _calls.Where(static call => call.IsAccepted).Select(static call => call.At)];

    /// <summary>The bodies of the calls that were accepted, in their order.</summary>
    public IReadOnlyList<string?> Bodies => [.. _calls.Where(static call => call.IsAccepted).Select(static call => call.Body)];

    public int Refused => _calls.Count(static call => !call.IsAccepted);

    /// <summary>Begins a period in which calls of others have already been made.</summary>
    public void BeginPeriod(int left)
    {
        _renewsAt = clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        Left = left;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = Respond(request);
        if (request.Content is { } content)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        if (Latency > TimeSpan.Zero)
        {
            await new ClientClock(clock, inline: true).DelayAsync(Latency, cancellationToken);
        }

        response.RequestMessage = request;
        return response;
    }

    private HttpResponseMessage Respond(HttpRequestMessage request)
    {
        var now = clock.GetUtcNow();
        if (now >= _renewsAt)
        {
            BeginPeriod(limit);
        }

        var isAccepted = Left > 0;
        var body = request.Content is SendTrackingContent { Body: var bytes } ? Encoding.UTF8.GetString(bytes.Span) : null;
        _calls.Add((now, isAccepted, body));
        Left -= isAccepted ? 1 : 0;
        var response = new HttpResponseMessage(isAccepted ? HttpStatusCode.OK : HttpStatusCode.TooManyRequests)
        {
            Content = new StringContent(
                isAccepted ? body is null ? Steps.MemberJson : Steps.BalanceJson : """{"code":429,"message":"Too many requests"}""",
                Encoding.UTF8,
                "application/json"),
        };
        if (StatesLimit)
        {
            response.Headers.Add("X-Rate-Limit-Limit", limit.ToString(CultureInfo.InvariantCulture));
            response.Headers.Add("X-Rate-Limit-Remaining", Left.ToString(CultureInfo.InvariantCulture));
            response.Headers.Add("X-Rate-Limit-Retry", _renewsAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        }

        if (!isAccepted && StatesWait)
        {
            var wait = Math.Ceiling((_renewsAt - now).TotalSeconds);
            response.Headers.Add("Retry-After", wait.ToString(CultureInfo.InvariantCulture));
        }

        return response;
    }
}
