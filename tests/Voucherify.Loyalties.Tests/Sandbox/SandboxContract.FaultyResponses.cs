using System.Globalization;
using System.Net;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Theory]
    [InlineData(SandboxFault.ServerErrorBefore, 500, null)]
    [InlineData(SandboxFault.RequestTimeoutBefore, 408, null)]
    [InlineData(SandboxFault.NotImplemented, 501, null)]
    [InlineData(SandboxFault.Unauthorized, 401, "unauthorized")]
    [InlineData(SandboxFault.PaymentRequired, 402, "missing_required_feature")]
    [InlineData(SandboxFault.Forbidden, 403, "missing_required_permission")]
    [InlineData(SandboxFault.Conflict, 409, "duplicate_found")]
    public async Task Errors_that_stand_for_the_service_look_like_its_own(SandboxFault fault, int status, string? key)
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.Faults.Next(fault);

        var response = await AdjustAsync(client, 1);

        Assert.Equal(status, (int)response.Status);
        Assert.Equal(status, (int)response.Json["code"]!);
        Assert.Equal(key, (string?)response.Json["key"]);
        Assert.Matches("^v-[0-9a-f]{18}$", key is null ? (string?)response.Json["request_id"] : "v-000000000000000000");
        Assert.True(response.Headers.ContainsKey("X-Rate-Limit-Limit"));
    }

    [Fact]
    public async Task A_gateway_writes_JSON_with_a_request_id_of_its_own()
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.Faults = new SandboxFaults { [SandboxFault.GatewayJsonErrorBefore] = 1 };

        var statuses = new HashSet<int>();
        for (var i = 0; i < 30; i++)
        {
            var response = await AdjustAsync(client, 1);
            statuses.Add((int)response.Status);
            Assert.Matches("^[0-9a-f]{20}$", (string?)response.Json["request_id"]);
            Assert.Null(response.Json["code"]);
            Assert.False(response.Headers.ContainsKey("X-Rate-Limit-Limit"));
        }

        Assert.Equal([502, 503, 504], statuses.Order());
    }

    [Fact]
    public async Task A_gateway_rejects_with_403_404_or_413_and_a_page()
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.Faults = new SandboxFaults { [SandboxFault.GatewayRejectionAfter] = 1 };

        var statuses = new HashSet<int>();
        for (var i = 0; i < 30; i++)
        {
            var response = await AdjustAsync(client, 1);
            statuses.Add((int)response.Status);
            Assert.StartsWith("<html>", response.Body, StringComparison.Ordinal);
            Assert.False(response.Headers.ContainsKey("X-Rate-Limit-Limit"));
        }

        Assert.Equal([403, 404, 413], statuses.Order());
        Assert.Equal(30, sandbox.V1.GetCard("CARD").Balance);
    }

    [Fact]
    public async Task A_gateway_can_give_up_on_a_request_that_arrives_later()
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.Faults = new SandboxFaults
        {
            MinLateDelivery = TimeSpan.FromSeconds(13),
            MaxLateDelivery = TimeSpan.FromSeconds(13),
            [SandboxFault.GatewayErrorLate] = 1,
        };

        var statuses = new HashSet<int>();
        for (var i = 0; i < 60; i++)
        {
            statuses.Add((int)(await AdjustAsync(client, 1)).Status);
        }

        Assert.Equal([403, 404, 408, 413, 500, 502, 503, 504], statuses.Order());
        Time.Advance(TimeSpan.FromSeconds(12.9));
        Assert.Empty(sandbox.Journal);
        Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(60, sandbox.V1.GetCard("CARD").Balance);
    }

    [Fact]
    public async Task A_server_error_of_a_gateway_has_a_code_but_nothing_of_the_service()
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.Faults.Next(SandboxFault.GatewayServerErrorBefore);

        var response = await AdjustAsync(client, 1);

        AssertJson("""{"code":500,"message":"An unexpected error occurred"}""", response, HttpStatusCode.InternalServerError);
        Assert.False(response.Headers.ContainsKey("X-Rate-Limit-Limit"));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(-100)]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_misrouted_response_never_has_the_points_of_the_request(int points)
    {
        var (sandbox, client) = await StartWithCardAsync(points: 10_000);
        sandbox.Faults = new SandboxFaults { [SandboxFault.MisroutedResponseBefore] = 1 };

        for (var i = 0; i < 20; i++)
        {
            var body = (await AdjustAsync(client, points)).Json;
            Assert.Equal(Math.Sign(points), Math.Sign((long)body["points"]!));
            Assert.NotEqual(points, (long)body["points"]!);
            Assert.Equal(999, (long)body["balance"]!);
        }

        Assert.Equal(10_000, (long)(await GetAsync(client, "v1/loyalties/members/CARD")).Json["loyalty_card"]!["balance"]!);
        Assert.Empty(sandbox.Journal);
    }

    [Fact]
    public async Task An_error_body_can_come_with_status_200()
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.Faults.Next(SandboxFault.ErrorBodyAfter);

        var response = await AdjustAsync(client, 1);

        AssertJson(
            """{"code":400,"key":"invalid_payload","message":"Invalid payload","balance":1}""", response, HttpStatusCode.OK);
        Assert.Single(sandbox.Journal);
    }

    [Fact]
    public async Task An_odd_property_is_an_empty_array()
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.V1.AddCard("GIVER", 50, Campaign);
        sandbox.Faults = new SandboxFaults { [SandboxFault.OddProperty] = 1 };

        var adjusted = (await AdjustAsync(client, 7)).Json;
        var transferred = (await PostAsync(
            client, $"v1/loyalties/{Campaign}/members/CARD/transfers", """[{"code":"GIVER","points":5}]""")).Json;

        Assert.Equal("[]", adjusted["related_object"]!.ToJsonString());
        Assert.Equal(7, (long)adjusted["balance"]!);
        Assert.Equal("[]", transferred["metadata"]!.ToJsonString());
        Assert.Equal(2, sandbox.Faults.Counts[SandboxFault.OddProperty]);
    }

    [Fact]
    public async Task The_date_of_a_response_can_be_missing_or_minutes_ahead()
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.Faults.Next(SandboxFault.MissingDate);
        sandbox.Faults.Next(SandboxFault.WrongDate);

        var missing = (await TransactionsAsync(client)).Headers.GetValueOrDefault("Date");
        var wrong = (await TransactionsAsync(client)).Headers["Date"];

        Assert.False(DateTimeOffset.TryParse(missing, CultureInfo.InvariantCulture, out _));
        var ahead = DateTimeOffset.Parse(wrong, CultureInfo.InvariantCulture) - Time.GetUtcNow();
        Assert.InRange(ahead, TimeSpan.FromMinutes(1) - TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5));
    }
}
