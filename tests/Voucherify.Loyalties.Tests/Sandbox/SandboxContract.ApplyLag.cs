using System.Net;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Within_the_lag_only_the_response_shows_the_effect()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 10, options: Options(applyLag: Lag));

        var response = await AdjustAsync(client, 5, "order-1");

        Assert.Equal(15, (long)response.Json["balance"]!);
        Assert.Equal(15, (long)response.Json["total"]!);
        Time.Advance(Lag - TimeSpan.FromMilliseconds(1));
        Assert.Empty((await TransactionsAsync(client)).Data);
        Assert.Equal(10, (long)(await GetAsync(client, "v1/loyalties/members/CARD")).Json["loyalty_card"]!["balance"]!);
        Assert.Equal(10, sandbox.V1.GetCard("CARD").Balance);
        Assert.Empty(sandbox.Journal);
    }

    [Fact]
    public async Task After_the_lag_the_effect_has_the_time_when_it_was_due()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 10, options: Options(applyLag: Lag));
        await AdjustAsync(client, 5, "order-1");

        Time.Advance(TimeSpan.FromHours(1));

        var row = Assert.Single((await TransactionsAsync(client)).Data);
        Assert.Equal("order-1", (string?)row["source_id"]);
        Assert.Equal("2024-05-15T12:00:03.000Z", (string?)row["created_at"]);
        Assert.Equal(15, sandbox.V1.GetCard("CARD").Balance);
        Assert.Equal(new DateTimeOffset(2024, 5, 15, 12, 0, 3, TimeSpan.Zero), Assert.Single(sandbox.Journal).CommittedAt);
    }

    [Fact]
    public async Task Responses_include_effects_that_are_still_queued()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 10, options: Options(applyLag: Lag));

        Assert.Equal(3, (long)(await AdjustAsync(client, -7)).Json["balance"]!);
        AssertError(await AdjustAsync(client, -7), 400, "loyalty_card_points_exceeded", "loyalty card points exceeded", "CARD");
        var added = (await AdjustAsync(client, 100)).Json;
        Assert.Equal((103, 103), ((long)added["balance"]!, (long)added["total"]!));
        Assert.Equal(13, (long)(await AdjustAsync(client, -90)).Json["balance"]!);

        Time.Advance(Lag);
        Assert.Equal(13, sandbox.V1.GetCard("CARD").Balance);
        Assert.Equal([-7, 100, -90], sandbox.Journal.Select(entry => entry.Points));
    }

    [Fact]
    public async Task A_queued_removal_has_no_effect_if_the_points_expire_first()
    {
        Time.SetUtcNow(new DateTimeOffset(2024, 5, 15, 23, 59, 59, TimeSpan.Zero));
        var (sandbox, client) = await StartAsync(Options(applyLag: Lag));
        sandbox.V1.AddCard("CARD", 10, expiresOn: Today);

        Assert.Equal(HttpStatusCode.OK, (await AdjustAsync(client, -7)).Status);
        Time.Advance(Lag);

        Assert.Equal("POINTS_EXPIRATION", Assert.Single(sandbox.Journal).Type);
        Assert.Equal(0, sandbox.V1.GetCard("CARD").Balance);
    }
}
