using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;

namespace LoyaltyApi.Tests;

/// <summary>The spans that the program exports.</summary>
public sealed class SpanTests
{
    // Listeners see the spans of the whole process, and other tests make requests at the same time.
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";

    [Fact]
    public async Task A_request_is_a_server_span_with_its_route_and_status_above_the_spans_of_its_calls()
    {
        using var recorder = new Recorder();
        await using var shop = new Shop(configureServices: services =>
            services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddProcessor(recorder)));
        shop.Http.DefaultRequestHeaders.Add("traceparent", $"00-{Trace}-b7ad6b7169203331-01");

        await shop.CreditAsync("order-1", 100);
        var credit = await recorder.ServerSpanAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await shop.Http.GetAsync("/cards/NOBODY")).StatusCode);
        var card = await recorder.ServerSpanAsync();

        Assert.Equal("POST /orders/{orderId}/points 200", Described(credit));
        Assert.Equal("GET /cards/{card} 404", Described(card));
        Assert.Contains("process adjustment", recorder.Spans.Select(static span => span.DisplayName));
        Assert.Equal(["GET"], CallsBelow(card));

        IEnumerable<object?> CallsBelow(Activity server) => recorder.Spans
            .Where(span => span.Source.Name == "Voucherify.Loyalties" && span.ParentSpanId == server.SpanId)
            .Select(static span => span.GetTagItem("http.request.method"));
    }

    private static string Described(Activity span) => string.Join(
        ' ', span.GetTagItem("http.request.method"), span.GetTagItem("http.route"), span.GetTagItem("http.response.status_code"));

    /// <summary>Records the spans. That of a request ends after its response has arrived.</summary>
    private sealed class Recorder : BaseProcessor<Activity>
    {
        private readonly SemaphoreSlim _ended = new(0);
        private Activity? _server;

        public ConcurrentQueue<Activity> Spans { get; } = new();

        public override void OnEnd(Activity data)
        {
            // The worker sends outside of the request, and links to it.
            if (data.TraceId.ToHexString() != Trace && !data.Links.Any(static link => link.Context.TraceId.ToHexString() == Trace))
            {
                return;
            }

            Spans.Enqueue(data);
            if (data.Kind == ActivityKind.Server)
            {
                _server = data;
                _ended.Release();
            }
        }

        public async Task<Activity> ServerSpanAsync()
        {
            await _ended.WaitAsync(TestContext.Current.CancellationToken);
            return _server!;
        }

        protected override void Dispose(bool disposing)
        {
            _ended.Dispose();
            base.Dispose(disposing);
        }
    }
}
