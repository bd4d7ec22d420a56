using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Telemetry;

/// <summary>What an operator can see of writes whose outcome is unknown.</summary>
[Collection(nameof(RunsAlone))]
public sealed class SettlingTelemetryTests : IDisposable
{
    private const string Adjust = "voucherify.operation=update-loyalty-card-balance";

    private const string Duplicates = """
        {"object":"list","data":[
          {"id":"vtx_2","source_id":"order-1","type":"POINTS_ADDITION","details":{"balance":{"points":100,"balance":300}}},
          {"id":"vtx_1","source_id":"order-1","type":"POINTS_ADDITION","details":{"balance":{"points":100,"balance":200}}}],
         "has_more":false}
        """;

    private readonly RecordingLoggers _loggers = new();

    private List<string> Heads => [.. _loggers.Entries.Select(static entry => entry.Head)];

    public void Dispose() => _loggers.Dispose();

    [Fact]
    public async Task A_card_that_is_closed_and_a_search_in_the_background_are_counted()
    {
        using var exported = new ExportedTelemetry();
        using var rig = new SandboxRig(configure: options => options.LoggerFactory = _loggers);
        await LoseRequest(rig);

        var measurements = exported.Measurements();

        Assert.Contains($"voucherify.loyalties.cards.closed [{{card}}] 1 | {Adjust}", measurements);
        Assert.Contains($"voucherify.loyalties.background_searches [{{search}}] 1 | {Adjust}", measurements);
        Assert.Equal(["3 Warning Searching", "6 Error StaysUnknown", "14 Warning CardClosed", "15 Warning SearchingInBackground"], Heads);
    }

    [Fact]
    public async Task What_the_search_in_the_background_finds_is_reported()
    {
        using var exported = new ExportedTelemetry();
        using var rig = new SandboxRig(configure: options => options.LoggerFactory = _loggers);
        var error = await LoseRequest(rig);

        await rig.Run(error.WaitForOutcomeAsync());

        Assert.Equal("5 Information Absent", Heads[^1]);
        Assert.Contains(
            $"voucherify.loyalties.reconciliations [{{reconciliation}}] 1 | {Adjust} voucherify.reconciliation.result=absent",
            exported.Measurements());
    }

    [Fact]
    public async Task An_id_that_is_listed_twice_is_reported()
    {
        using var exported = new ExportedTelemetry();
        using var test = new ScriptedClient(
            client => client.WithLoggers(_loggers), Steps.ByMethod([Steps.LoseConnection()], [Steps.Ok(Duplicates)]));

        await test.AdjustAsync();

        Assert.Equal(["3 Warning Searching", "12 Error Duplicate", "4 Information Found"], Heads);
        Assert.Contains($"voucherify.loyalties.duplicates [{{duplicate}}] 1 | {Adjust}", exported.Measurements());
    }

    [Fact]
    public async Task A_response_that_is_not_the_services_is_reported()
    {
        using var exported = new ExportedTelemetry();
        using var test = new ScriptedClient(
            client => client.WithLoggers(_loggers), Steps.Respond(HttpStatusCode.Forbidden, "<html></html>"));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.AdjustAsync());

        Assert.Equal("11 Warning ForeignResponse", Heads[0]);
        Assert.Contains($"voucherify.loyalties.foreign_responses [{{response}}] 1 | {Adjust}", exported.Measurements());
    }

    [Fact]
    public async Task A_client_that_stops_says_how_many_cards_are_unsettled_and_names_none()
    {
        var rig = new SandboxRig(configure: options => options.LoggerFactory = _loggers);
        await LoseRequest(rig);

        rig.Dispose();

        var last = _loggers.Entries.Last();
        Assert.Equal("13 Warning Stopped", last.Head);
        Assert.Equal(
            "The client stops while the outcome of adjustments or transfers is unknown. What it remembers of them is lost. Cards: 1.",
            last.Text.TrimEnd());
    }

    [Fact]
    public async Task A_client_that_stops_with_everything_settled_says_nothing()
    {
        var rig = new SandboxRig(configure: options => options.LoggerFactory = _loggers);
        await rig.Run(rig.AdjustAsync("order-1"));

        rig.Dispose();

        Assert.Empty(_loggers.Entries);
    }

    private static Task<LoyaltyOutcomeUnknownException> LoseRequest(SandboxRig rig) =>
        Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", faults: [SandboxFault.LoseRequest], timeout: TimeSpan.FromSeconds(20))));
}
