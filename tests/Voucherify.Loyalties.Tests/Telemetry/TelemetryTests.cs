using System.Diagnostics;
using System.Net;
using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Telemetry;

/// <summary>Dashboards depend on names, units and tags, so they are a contract. docs/telemetry.md lists them.</summary>
[Collection(nameof(RunsAlone))]
public sealed class TelemetryTests
{
    private const string Reconciled =
        "voucherify.loyalties.reconciliations [{reconciliation}] 1 "
        + "| voucherify.operation=update-loyalty-card-balance voucherify.reconciliation.result=";

    private const string AdjustRoute = "/v1/loyalties/members/{memberId}/balance";

    [Fact]
    public async Task A_call_is_one_span_with_the_route_and_no_id()
    {
        using var exported = new ExportedTelemetry();
        using var rig = new SandboxRig();

        await rig.Run(rig.AdjustAsync("order-1"));

        var span = Assert.Single(exported.Spans);
        Assert.Equal($"POST {AdjustRoute}", span.DisplayName);
        Assert.Equal(ActivityKind.Client, span.Kind);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal(
            [
                "http.request.method=POST", "http.response.status_code=200", "server.address=localhost", "server.port=80",
                $"url.template={AdjustRoute}", "voucherify.operation=update-loyalty-card-balance", "voucherify.outcome=succeeded",
            ],
            Tags(span).Select(static tag => tag.StartsWith("server.address", StringComparison.Ordinal) ? "server.address=localhost" : tag
                .StartsWith("server.port", StringComparison.Ordinal) ? "server.port=80" : tag));
    }

    [Fact]
    public async Task The_span_of_a_call_of_version_2_is_named_after_the_version_and_the_method()
    {
        using var exported = new ExportedTelemetry();
        using var rig = new CardRig();

        await rig.Run(rig.AdjustAsync("order-1"));

        var span = Assert.Single(exported.Spans);
        Assert.Equal("v2.adjust_card_points", span.DisplayName);
        Assert.Contains(
            "url.template=/v2/loyalties/programs/{programId}/members/{memberId}/cards/{cardId}/points", Tags(span));
        Assert.Contains("voucherify.operation=adjustCardPoints", Tags(span));
    }

    [Fact]
    public void Every_span_tells_the_version()
    {
        Assert.All(V1Operations.All, static one => Assert.Equal($"{one.Method.Method} {one.Route}", one.SpanName));
        Assert.All(PlatformOperations.All, static one => Assert.Equal($"{one.Method.Method} {one.Route}", one.SpanName));
        Assert.All(V2Operations.All, static one => Assert.Matches("^v2\\.[a-z_]+$", one.SpanName));
        Assert.Equal("v2.get_customer_memberships", V2Operations.GetCustomerMemberships.SpanName);
    }

    [Fact]
    public async Task A_retry_is_counted_and_its_number_is_on_the_span()
    {
        using var exported = new ExportedTelemetry();
        using var test = new ScriptedClient(
            Steps.Respond(HttpStatusCode.ServiceUnavailable), Steps.Respond(HttpStatusCode.ServiceUnavailable), Steps.Ok("{}"));

        await test.GetAsync();

        var span = Assert.Single(exported.Spans);
        Assert.Contains("http.request.resend_count=2", Tags(span));
        Assert.Contains("voucherify.outcome=succeeded", Tags(span));
        Assert.Contains(
            "voucherify.loyalties.retries [{retry}] 2 | voucherify.operation=get-member voucherify.retry.reason=ServerError",
            exported.Measurements());
    }

    [Fact]
    public async Task A_rejected_call_is_an_error_span_with_its_status()
    {
        using var exported = new ExportedTelemetry();
        using var test = new ScriptedClient(Steps.Respond(HttpStatusCode.NotFound));

        await Assert.ThrowsAsync<LoyaltyApiException>(() => test.GetAsync());

        var span = Assert.Single(exported.Spans);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Contains("error.type=404", Tags(span));
        Assert.Contains("voucherify.outcome=rejected", Tags(span));
        Assert.Contains(exported.Measurements(), static line =>
            line.StartsWith("voucherify.loyalties.operation.duration [s] count 1", StringComparison.Ordinal)
            && line.Contains("error.type=404", StringComparison.Ordinal)
            && line.Contains("http.request.method=GET", StringComparison.Ordinal)
            && line.Contains("url.template=/v1/loyalties/members/{memberId}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Duration_histograms_have_buckets_in_seconds()
    {
        using var exported = new ExportedTelemetry();
        using var rig = new SandboxRig();

        await rig.Run(rig.AdjustAsync("order-1"));

        double[] bounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 120, 300];
        Assert.Equal(bounds, exported.Buckets("voucherify.loyalties.operation.duration"));
        Assert.Equal(bounds, exported.Buckets("voucherify.loyalties.queue.wait"));
    }

    [Fact]
    public async Task A_lost_response_that_is_found_is_recorded_as_recovered()
    {
        using var exported = new ExportedTelemetry();
        using var rig = new SandboxRig();

        await rig.Run(rig.AdjustAsync("order-1", faults: [SandboxFault.LoseResponse]));

        Assert.Contains(
            "voucherify.outcome=recovered",
            Tags(exported.Spans.Single(static span => span.DisplayName.StartsWith("POST", StringComparison.Ordinal))));
        Assert.Contains($"{Reconciled}found", exported.Measurements());
    }

    [Fact]
    public async Task An_outcome_that_stays_unknown_is_recorded_as_unknown()
    {
        using var exported = new ExportedTelemetry();
        using var rig = new SandboxRig();

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", faults: [SandboxFault.LoseRequest], timeout: TimeSpan.FromSeconds(20))));

        var span = exported.Spans.Single(static span => span.DisplayName.StartsWith("POST", StringComparison.Ordinal));
        Assert.Contains("voucherify.outcome=unknown", Tags(span));
        Assert.Contains("error.type=Voucherify.Loyalties.LoyaltyOutcomeUnknownException", Tags(span));
        Assert.Contains($"{Reconciled}unknown", exported.Measurements());
    }

    [Fact]
    public async Task A_search_in_the_background_has_no_span_and_counts_once_more()
    {
        using var exported = new ExportedTelemetry();
        using var rig = new SandboxRig();
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", faults: [SandboxFault.LoseRequest], timeout: TimeSpan.FromSeconds(20))));

        await rig.Run(error.WaitForOutcomeAsync());

        Assert.Single(exported.Spans);
        var measurements = exported.Measurements();
        Assert.Contains($"{Reconciled}unknown", measurements);
        Assert.Contains($"{Reconciled}absent", measurements);
    }

    [Fact]
    public async Task The_wait_in_the_queue_is_measured()
    {
        using var exported = new ExportedTelemetry();
        using var rig = new SandboxRig(configure: static options => options.Ordering.SettleDelay = TimeSpan.FromSeconds(3));

        await rig.Run(Task.WhenAll(rig.AdjustAsync("order-1"), rig.AdjustAsync("order-2")));

        Assert.Contains(
            "voucherify.loyalties.queue.wait [s] count 2 sum 3 | voucherify.operation=update-loyalty-card-balance",
            exported.Measurements());
    }

    [Fact]
    public async Task A_wait_in_the_queue_that_times_out_is_measured()
    {
        using var exported = new ExportedTelemetry();
        using var rig = new SandboxRig(configure: static options => options.Ordering.MaxQueueWait = TimeSpan.FromSeconds(5));
        _ = rig.AdjustAsync("order-1", faults: [SandboxFault.HangBefore]);

        await Assert.ThrowsAsync<LoyaltyTimeoutException>(() => rig.Run(rig.AdjustAsync("order-2")));

        Assert.Contains(
            "voucherify.loyalties.queue.wait [s] count 2 sum 5 | voucherify.operation=update-loyalty-card-balance",
            exported.Measurements());
    }

    [Fact]
    public async Task The_span_of_an_adjustment_has_its_resends_and_its_last_status()
    {
        using var exported = new ExportedTelemetry();
        var posts = 0;
        using var test = new ScriptedClient(
            static client => client.Configure(static options => options.Reconciliation.ServiceErrorWindow = TimeSpan.FromSeconds(10)),
            (request, cancellationToken) => (request.Method == HttpMethod.Get
                ? Steps.Ok("""{"object":"list","data":[],"has_more":false}""")
                : ++posts == 1
                    ? Steps.Respond(HttpStatusCode.InternalServerError, """{"request_id":"v-0c118c6f7c0e6751ab"}""")
                    : Steps.LoseConnection())(request, cancellationToken));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.AdjustAsync());

        Assert.Equal(2, posts);
        var span = exported.Spans.Single(static span => span.DisplayName.StartsWith("POST", StringComparison.Ordinal));
        Assert.Contains("http.request.resend_count=1", Tags(span));
        Assert.Contains("http.response.status_code=500", Tags(span));
    }

    [Fact]
    public async Task A_conflicting_source_id_is_counted()
    {
        using var exported = new ExportedTelemetry();
        using var rig = new SandboxRig();
        await rig.Run(rig.AdjustAsync("order-1", 50));

        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(
            () => rig.Run(rig.ResumeAsync("order-1", 100, prior: PriorAttempt.ElapsedSinceSend(TimeSpan.FromHours(1)))));

        Assert.Contains($"{Reconciled}conflict", exported.Measurements());
    }

    [Fact]
    public async Task The_remaining_calls_of_the_rate_limit_are_measured()
    {
        using var exported = new ExportedTelemetry();
        using var rig = new SandboxRig();

        await rig.Run(rig.AdjustAsync("order-1"));

        var line = Assert.Single(
            exported.Measurements(), static line => line.StartsWith("voucherify.loyalties.rate_limit.remaining", StringComparison.Ordinal));
        Assert.Matches(@"^voucherify\.loyalties\.rate_limit\.remaining \[\{call\}\] \d+ \| server\.address=\S+$", line);
    }

    [Fact]
    public async Task Exported_telemetry_names_no_card_and_no_order()
    {
        using var exported = new ExportedTelemetry();
        using var rig = new SandboxRig();

        await rig.Run(rig.AdjustAsync("order-4711", faults: [SandboxFault.LoseResponse]));

        Assert.NotEmpty(exported.Spans);
        Assert.DoesNotContain(SandboxRig.Card, exported.AllText(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", exported.AllText(), StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Tags(Activity span) =>
        [.. span.TagObjects.Select(static tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal)];
}
