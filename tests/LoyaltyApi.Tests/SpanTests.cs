using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace LoyaltyApi.Tests;

/// <summary>The spans that the program exports.</summary>
public sealed class SpanTests
{
    [Fact]
    public async Task A_request_is_a_server_span_with_its_route_and_status_above_the_spans_of_its_calls()
    {
        List<Activity> spans = [];
        await using (var shop = new Shop(configureServices: services =>
            services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(spans))))
        {
            await shop.CreditAsync("order-1", 100);
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await shop.Http.GetAsync("/cards/NOBODY")).StatusCode);
        }

        var servers = spans.Where(static span => span.Kind == ActivityKind.Server).ToList();
        Assert.Equal(
            ["POST /orders/{orderId}/points 200", "GET /cards/{card} 404"],
            servers.Select(static span =>
                $"{span.GetTagItem("http.request.method")} {span.GetTagItem("http.route")} {span.GetTagItem("http.response.status_code")}"));
        var calls = spans.Where(static span => span.Source.Name == "Voucherify.Loyalties").ToList();
        Assert.Contains(calls, call => call.ParentSpanId == servers[0].SpanId && call.DisplayName.StartsWith("POST", StringComparison.Ordinal));
        Assert.Contains(calls, call => call.ParentSpanId == servers[1].SpanId);
    }
}
