using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Telemetry;
using Voucherify.Loyalties.Tests.Security;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>The code of docs/telemetry.md, and what that page lists.</summary>
[Collection(nameof(RunsAlone))]
public sealed class TelemetryPage
{
    private const BindingFlags Members = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static string Text => new Page("docs/telemetry.md").Text;

    private static void Register(WebApplicationBuilder builder)
    {
        #region snippet
        builder.Services.AddOpenTelemetry()
            .WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource(LoyaltyTelemetry.ActivitySourceName))
            .WithMetrics(metrics => metrics.AddMeter(LoyaltyTelemetry.MeterName));
        #endregion
    }

    /// <summary>
    /// ASP.NET Core creates a span for each request as soon as anything logs, and no span below an unknown one is exported.
    /// </summary>
    [Fact]
    public async Task The_snippet_exports_the_span_of_a_call_below_the_span_of_its_request()
    {
        List<Activity> spans = [];
        using var handler = new ScriptedHandler(Steps.Ok(Steps.MemberJson));
        using var client = new TestClientBuilder().WithHandler(handler).Build();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(new OutputRecorder());
        Register(builder);
        builder.Services.ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(spans));
        await using (var app = builder.Build())
        {
            app.MapGet("/cards/{card}", async (string card) => (await client.V1.Members.GetMemberAsync(card)).Code.Value);
            await app.StartAsync();
            using var http = new HttpClient();
            Assert.Equal("CARD", await http.GetStringAsync(new Uri(new Uri(app.Urls.Single()), "/cards/CARD")));

            // Waits for the end of the request, which comes after its response.
            await app.StopAsync();
        }

        var server = Assert.Single(spans, static span => span.Kind == ActivityKind.Server);
        Assert.Equal(("/cards/{card}", 200), (server.GetTagItem("http.route"), server.GetTagItem("http.response.status_code")));
        var call = Assert.Single(spans, static span => span.Source.Name == LoyaltyTelemetry.ActivitySourceName);
        Assert.Equal(server.SpanId, call.ParentSpanId);
    }

    [Fact]
    public void Every_tag_and_every_outcome_is_on_the_page() => Assert.All(
        Constants(typeof(TagNames)).Concat(Constants(typeof(OutcomeTag))),
        static name => Assert.Contains($"`{name}`", Text, StringComparison.Ordinal));

    [Fact]
    public void Every_reason_of_a_retry_is_on_the_page() => Assert.All(
        Enum.GetValues<AttemptKind>().Where(static happened =>
            Enum.GetValues<Idempotency>().Any(kind => OutcomeTable.NextStepAfter(happened, kind) == NextStep.Retry)),
        static happened => Assert.Contains($"`{happened}`", Text, StringComparison.Ordinal));

    [Fact]
    public void Every_log_event_is_on_the_page_with_its_id_and_level()
    {
        var events = typeof(LoyaltyLog).GetMethods(Members)
            .Select(static method => (method.Name, method.GetCustomAttribute<LoggerMessageAttribute>()))
            .Where(static pair => pair.Item2 is not null)
            .ToList();

        Assert.NotEmpty(events);
        Assert.All(events, static pair => Assert.Contains(
            $"| {pair.Item2!.EventId} | {pair.Item2.Level} | `{pair.Name}` |", Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_instrument_is_on_the_page_with_its_unit()
    {
        var instruments = new List<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => instruments.Add(instrument) };
        listener.Start();
        using var client = new LoyaltyClient(LoyaltySandbox.Create().CreateClientOptions());

        var ours = instruments.Where(static instrument => instrument.Meter.Name == LoyaltyTelemetry.MeterName).ToList();
        Assert.NotEmpty(ours);
        Assert.All(ours, static instrument => Assert.Matches($@"(?m)^\| `{instrument.Name}` \| \w+ \| `{instrument.Unit}` \|", Text));
    }

    [Fact]
    public async Task The_address_of_a_member_is_taken_off_the_spans_of_HttpClient()
    {
        Assert.DoesNotContain("ANNA", await ExportedAsync(new WithoutAddresses()), StringComparison.Ordinal);
#if NET9_0_OR_GREATER
        Assert.Contains("/v1/loyalties/members/ANNA", await ExportedAsync(processor: null), StringComparison.Ordinal);
#endif
    }

    private static async Task<string> ExportedAsync(BaseProcessor<Activity>? processor)
    {
        var spans = new List<Activity>();
        var traces = Sdk.CreateTracerProviderBuilder().AddSource(LoyaltyTelemetry.ActivitySourceName, "System.Net.Http");
        using var tracer = (processor is null ? traces : traces.AddProcessor(processor)).AddInMemoryExporter(spans).Build();
        await using var sandbox = await LoyaltySandbox.StartAsync();
        sandbox.V1.AddCard("ANNA");
        using var client = new LoyaltyClient(sandbox.CreateClientOptions());
        await client.V1.Members.GetMemberAsync("ANNA");
        tracer.ForceFlush();
        Assert.Equal(2, spans.Count);
        return string.Join('\n', spans.SelectMany(static span => span.TagObjects
            .Select(static tag => $"{tag.Key}={tag.Value}")
            .Append(span.DisplayName)));
    }

    private static IEnumerable<string> Constants(Type names) => names.GetFields(Members)
        .Where(static field => field.IsLiteral)
        .Select(static field => (string)field.GetRawConstantValue()!);

    #region snippet
    internal sealed class WithoutAddresses : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            if (data.Parent?.Source.Name == LoyaltyTelemetry.ActivitySourceName)
            {
                data.SetTag("url.full", null);
            }
        }
    }
    #endregion
}
