using System.Net;
using System.Text;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    protected const string BalanceRequests = "POST /v1/loyalties/members/{memberId}/balance";

    private const string Broken = "broken connection";
    private const string Cut = "cut short";
    private const string Silence = "silence";

    [Theory]
    [InlineData(SandboxFault.LoseRequest, Broken, 0)]
    [InlineData(SandboxFault.LoseResponse, Broken, 1)]
    [InlineData(SandboxFault.HangBefore, Silence, 0)]
    [InlineData(SandboxFault.HangAfter, Silence, 1)]
    [InlineData(SandboxFault.ServerErrorBefore, "500 application/json", 0)]
    [InlineData(SandboxFault.ServerErrorAfter, "500 application/json", 1)]
    [InlineData(SandboxFault.GatewayErrorBefore, "50x text/html", 0)]
    [InlineData(SandboxFault.GatewayErrorAfter, "50x text/html", 1)]
    [InlineData(SandboxFault.GatewayJsonErrorBefore, "50x application/json", 0)]
    [InlineData(SandboxFault.GatewayJsonErrorAfter, "50x application/json", 1)]
    [InlineData(SandboxFault.GatewayServerErrorBefore, "500 application/json", 0)]
    [InlineData(SandboxFault.GatewayServerErrorAfter, "500 application/json", 1)]
    [InlineData(SandboxFault.GatewayRejectionBefore, "4xx text/html", 0)]
    [InlineData(SandboxFault.GatewayRejectionAfter, "4xx text/html", 1)]
    [InlineData(SandboxFault.ProxyAuthenticationRequired, "407 text/html", 0)]
    [InlineData(SandboxFault.MisroutedResponseBefore, "200 application/json", 0)]
    [InlineData(SandboxFault.MisroutedResponseAfter, "200 application/json", 1)]
    [InlineData(SandboxFault.ErrorBodyBefore, "200 application/json", 0)]
    [InlineData(SandboxFault.ErrorBodyAfter, "200 application/json", 1)]
    [InlineData(SandboxFault.OddProperty, "200 application/json", 1)]
    [InlineData(SandboxFault.MissingDate, "200 application/json", 1)]
    [InlineData(SandboxFault.WrongDate, "200 application/json", 1)]
    [InlineData(SandboxFault.RequestTimeoutBefore, "408 application/json", 0)]
    [InlineData(SandboxFault.RequestTimeoutAfter, "408 application/json", 1)]
    [InlineData(SandboxFault.Throttle, "429 application/json", 0)]
    [InlineData(SandboxFault.ThrottleBulk, "429 application/json", 0)]
    [InlineData(SandboxFault.ThrottleUntyped, "429 application/json", 0)]
    [InlineData(SandboxFault.ThrottleCycle, "429 application/json", 0)]
    [InlineData(SandboxFault.Truncate, "200 application/json " + Cut, 1)]
    [InlineData(SandboxFault.EmptyBody, "200 application/json empty", 1)]
    [InlineData(SandboxFault.Redirect, "302 empty", 0)]
    [InlineData(SandboxFault.Unauthorized, "401 application/json", 0)]
    [InlineData(SandboxFault.PaymentRequired, "402 application/json", 0)]
    [InlineData(SandboxFault.Forbidden, "4xx application/json", 0)]
    [InlineData(SandboxFault.Conflict, "409 application/json", 0)]
    [InlineData(SandboxFault.NotImplemented, "501 application/json", 0)]
    public async Task Every_fault_has_its_symptom_and_executes_the_request_or_not(SandboxFault fault, string seen, int effects)
    {
        var (sandbox, client) = await StartWithCardAsync(points: 10);
        sandbox.Faults.Next(fault);

        Assert.Equal(seen, await WatchAsync(client, () =>
            seen == Silence && sandbox.Faults.Counts[fault] == 1 && sandbox.Journal.Count == effects));
        Assert.Equal(effects, sandbox.Journal.Count);
        Assert.Equal((1, 1), (sandbox.Faults.Counts[fault], sandbox.Faults.Counts.Values.Sum()));
        Assert.Equal("200 application/json", await WatchAsync(client, () => false));
        Assert.Equal(effects + 1, sandbox.Journal.Count);
        Assert.Equal(2, sandbox.Requests[BalanceRequests]);
    }

    [Fact]
    public async Task A_garbled_response_is_a_page_or_half_of_its_JSON()
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.Faults = new SandboxFaults { [SandboxFault.Garble] = 1 };

        var responses = new List<ReceivedResponse>();
        for (var i = 0; i < 20; i++)
        {
            responses.Add(await AdjustAsync(client, 1));
        }

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.OK, response.Status));
        Assert.All(responses, response => Assert.ThrowsAny<System.Text.Json.JsonException>(() => response.Json));
        Assert.Contains(responses, response => response.Body.StartsWith("<html>", StringComparison.Ordinal));
        Assert.Contains(responses, response => response.Body.StartsWith("{\"points\":1,", StringComparison.Ordinal));
        Assert.Equal(20, sandbox.V1.GetCard("CARD").Balance);
    }

    [Fact]
    public async Task A_gateway_returns_502_503_or_504_without_the_headers_of_the_service()
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.Faults = new SandboxFaults { [SandboxFault.GatewayErrorBefore] = 1 };

        var statuses = new HashSet<int>();
        for (var i = 0; i < 30; i++)
        {
            var response = await AdjustAsync(client, 1);
            statuses.Add((int)response.Status);
            Assert.False(response.Headers.ContainsKey("X-Rate-Limit-Limit"));
            Assert.True(response.Headers.ContainsKey("Date"));
        }

        Assert.Equal([502, 503, 504], statuses.Order());
    }

    [Fact]
    public async Task A_late_request_is_executed_when_it_arrives()
    {
        var (sandbox, client) = await StartWithCardAsync(options: Options(applyLag: TimeSpan.FromSeconds(1)));
        sandbox.Faults = new SandboxFaults { MinLateDelivery = TimeSpan.FromSeconds(5), MaxLateDelivery = TimeSpan.FromSeconds(5) };
        var start = Time.GetUtcNow();
        sandbox.Faults.Next(SandboxFault.DeliverLate);

        Assert.Equal(Broken, await WatchAsync(client, () => false));
        await AdjustAsync(client, 7, "second");
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(["second"], sandbox.Journal.Select(entry => entry.SourceId));
        Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(["second", "watched"], sandbox.Journal.Select(entry => entry.SourceId));
        Assert.Equal([1, 6], sandbox.Journal.Select(entry => (int)(entry.CommittedAt - start).TotalSeconds));
        Assert.Equal([7, 8], sandbox.Journal.Select(entry => entry.BalanceAfter));
        Assert.Equal(2, sandbox.Requests[BalanceRequests]);
    }

    [Fact]
    public async Task A_late_request_can_be_refused_and_then_has_no_effect()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 10);
        sandbox.Faults = new SandboxFaults { MinLateDelivery = TimeSpan.FromSeconds(5), MaxLateDelivery = TimeSpan.Zero };
        sandbox.Faults.Next(SandboxFault.DeliverLate);

        await Assert.ThrowsAsync<HttpRequestException>(() => AdjustAsync(client, -10, "late"));
        await AdjustAsync(client, -10, "early");
        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("early", Assert.Single(sandbox.Journal).SourceId);
        Assert.Equal(0, sandbox.V1.DroppedEffects);
    }

    [Fact]
    public async Task Extra_lag_reverses_the_order_of_two_effects()
    {
        var (sandbox, client) = await StartWithCardAsync(options: Options(applyLag: TimeSpan.FromSeconds(1)));
        sandbox.Faults = new SandboxFaults { MinExtraLag = TimeSpan.FromSeconds(2), MaxExtraLag = TimeSpan.FromSeconds(2) };
        sandbox.Faults.Next(SandboxFault.ExtraLag);

        await TransactionsAsync(client);
        Assert.Equal(5, (long)(await AdjustAsync(client, 5)).Json["balance"]!);
        Assert.Equal(12, (long)(await AdjustAsync(client, 7)).Json["balance"]!);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([7], sandbox.Journal.Select(entry => entry.Points));
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal([7, 5], sandbox.Journal.Select(entry => entry.Points));
        Assert.Equal([7, 12], sandbox.Journal.Select(entry => entry.BalanceAfter));
        Assert.Equal(1, sandbox.Faults.Counts[SandboxFault.ExtraLag]);
    }

    [Fact]
    public async Task A_removal_that_overtakes_its_addition_is_dropped()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 50);
        sandbox.Faults = new SandboxFaults { MinExtraLag = TimeSpan.FromSeconds(2) };
        sandbox.Faults.Next(SandboxFault.ExtraLag);

        await AdjustAsync(client, 100);
        Assert.Equal(HttpStatusCode.OK, (await AdjustAsync(client, -100)).Status);
        Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal([100], sandbox.Journal.Select(entry => entry.Points));
        Assert.Equal(1, sandbox.V1.DroppedEffects);
    }

    // Returns what a client sees of one adjustment. If there is no response, the client waits for the condition, then gives up.
    private static async Task<string> WatchAsync(HttpClient client, Func<bool> mayGiveUp)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/loyalties/members/CARD/balance");
        request.Content = new StringContent("""{"points":1,"source_id":"watched"}""", Encoding.UTF8, "application/json");
        var call = client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, giveUp.Token);
        while (!call.IsCompleted && !mayGiveUp())
        {
            await Task.WhenAny(call, Task.Delay(1, Stop));
        }

        // A response that must not come has this much time to arrive.
        if (await Task.WhenAny(call, Task.Delay(20, Stop)) != call)
        {
            await giveUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
            return Silence;
        }

        try
        {
            using var response = await call;
            return await DescribeAsync(response);
        }
        catch (HttpRequestException)
        {
            return Broken;
        }
    }

    private static async Task<string> DescribeAsync(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode switch
        {
            502 or 503 or 504 => "50x",
            403 or 404 or 413 => "4xx",
            var other => $"{other}",
        };
        var head = $"{status} {response.Content.Headers.ContentType?.MediaType}".TrimEnd();
        try
        {
            return (await response.Content.ReadAsStringAsync(Stop)).Length == 0 ? head + " empty" : head;
        }
        catch (HttpRequestException)
        {
            return $"{head} {Cut}";
        }
    }
}
