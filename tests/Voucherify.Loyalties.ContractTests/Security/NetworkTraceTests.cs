using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Security;

/// <summary>The telemetry of .NET's HTTP stack shows no secret either, but it shows addresses with their ids.</summary>
public sealed class NetworkTraceTests
{
    private const string Card = "CARD-of-the-recorder";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(404)]
    [InlineData(503)]
    public async Task Spans_measurements_and_events_of_the_http_stack_show_no_secret(int status)
    {
        using var recorder = new NetworkRecorder();
        await using var server = await LoopbackServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path == "/v1/oauth/token" ? 200 : status;
            return LoopbackServer.RespondAsync(
                context, context.Request.Path == "/v1/oauth/token" ? Responses.Token("canary-bearer") : Responses.Balance());
        });
        using var client = LoopbackClient.For(server.Address)
            .WithCredentials(LoyaltyCredentials.OAuth("canary-id", "canary-token", OAuthScope.Api))
            .Build();
        var export = new Export
        {
            Id = "exp_1",
            Status = ExportStatus.Done,
            Result = new() { Url = new Uri(server.Address, "v1/exports/exp_1?token=canary-file").AbsoluteUri },
        };

        await Record.ExceptionAsync(() => client.V1.Members.AdjustBalanceAsync(Card, new() { Points = 1 }, cancellationToken: Stop));
        await Record.ExceptionAsync(() => client.V1.Members.GetMemberAsync(Card, cancellationToken: Stop));
        await Record.ExceptionAsync(async () => await (await client.V1.Exports.DownloadAsync(export, cancellationToken: Stop)).DisposeAsync());

        Assert.Contains(server.Requests, static request => request.Headers.Values.Contains("canary-token"));
        Assert.Contains(server.Requests, static request => request.Headers.Values.Contains("Bearer canary-bearer"));
        Assert.DoesNotContain(
            recorder.Spans.Concat(recorder.Measurements).Concat(recorder.Events),
            static line => line.Contains("canary", StringComparison.Ordinal));

        // .NET's spans name the card, ours only the route. Without either, nothing would have been searched.
        Assert.Contains(
            recorder.Spans,
            static line => line.StartsWith("System.Net.Http ", StringComparison.Ordinal) && line.Contains(Card, StringComparison.Ordinal));
        Assert.DoesNotContain(
            recorder.Spans,
            static line =>
                line.StartsWith("Voucherify.Loyalties ", StringComparison.Ordinal) && line.Contains(Card, StringComparison.Ordinal));
        Assert.Contains(recorder.Spans, static line => line.StartsWith("Voucherify.Loyalties ", StringComparison.Ordinal));
        Assert.Contains(recorder.Measurements, static line => line.StartsWith("System.Net.Http ", StringComparison.Ordinal));
        Assert.Contains(recorder.Events, static line => line.StartsWith("System.Net.Http ", StringComparison.Ordinal));
    }
}
