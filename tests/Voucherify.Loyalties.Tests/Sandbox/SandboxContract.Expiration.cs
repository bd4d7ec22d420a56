using System.Net;
using Voucherify.Loyalties.Sandbox.V1;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private static readonly DateOnly Today = new(2024, 5, 15);

    [Fact]
    public async Task A_removal_consumes_the_bucket_that_expires_soonest()
    {
        var (sandbox, client) = await StartAsync();
        sandbox.V1.AddCard(new SandboxCardSeed
        {
            Code = "CARD",
            Points = [new(100), new(100, Today.AddDays(60)), new(100, Today.AddDays(30))],
        });

        await AdjustAsync(client, -130);

        Assert.Equal(
            [(Today.AddDays(30), 0), (Today.AddDays(60), 70), (null, 100)],
            sandbox.V1.GetCard("CARD").Buckets.Select(bucket => ((DateOnly?)bucket.ExpiresOn, bucket.Points)));
    }

    [Fact]
    public async Task Among_buckets_of_one_day_the_oldest_is_consumed_first()
    {
        var (sandbox, client) = await StartWithCardAsync();
        const string Body = """{"points":10,"expiration_type":"CUSTOM_DATE","expiration_date":"2024-06-01"}""";

        await AdjustAsync(client, Body);
        Time.Advance(TimeSpan.FromHours(1));
        await AdjustAsync(client, Body);
        await AdjustAsync(client, -4);

        var buckets = sandbox.V1.GetCard("CARD").Buckets;
        Assert.Equal([6, 10], buckets.Select(bucket => bucket.Points));
        Assert.True(buckets[0].CreatedAt < buckets[1].CreatedAt);
    }

    [Theory]
    [InlineData("""{"points":5,"expiration_type":"CUSTOM_DATE","expiration_date":"2024-05-30"}""", "2024-05-30")]
    [InlineData("""{"points":5,"expiration_type":"CUSTOM_DATE","expiration_date":"2024-05-30T10:00:00.000Z"}""", "2024-05-30")]
    [InlineData("""{"points":5,"expiration_type":"CUSTOM_DATE","expiration_date":"2024-05-15"}""", "2024-05-15")]
    [InlineData("""{"points":5,"expiration_type":"CUSTOM_DATE","expiration_date":"9999-12-31"}""", "9999-12-31")]
    [InlineData("""{"points":5,"expiration_type":"NON_EXPIRING"}""", null)]
    [InlineData("""{"points":5,"expiration_type":"PROGRAM_RULES"}""", "2024-08-15")]
    [InlineData("""{"points":5}""", "2024-08-15")]
    public async Task Every_addition_makes_a_bucket_with_its_own_expiration(string body, string? lastDay)
    {
        var (sandbox, client) = await StartAsync();
        sandbox.V1.AddCampaign(Campaign, expiresAfterMonths: 3);
        sandbox.V1.AddCard("CARD", campaign: Campaign);

        await AdjustAsync(client, body);

        var bucket = Assert.Single(sandbox.V1.GetCard("CARD").Buckets);
        Assert.Equal(lastDay is null ? null : DateOnly.Parse(lastDay, null), bucket.ExpiresOn);
        Assert.StartsWith("lopb_", bucket.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_an_expiration_type_the_option_decides()
    {
        var (sandbox, client) = await StartAsync(Options(defaultExpiration: SandboxExpiration.NonExpiring));
        sandbox.V1.AddCampaign(Campaign, expiresAfterMonths: 3);
        sandbox.V1.AddCard("CARD", campaign: Campaign);

        await AdjustAsync(client, 5);

        Assert.Null(Assert.Single(sandbox.V1.GetCard("CARD").Buckets).ExpiresOn);
    }

    [Fact]
    public async Task A_day_that_the_month_does_not_have_becomes_its_last_day()
    {
        var (sandbox, client) = await StartAsync();
        sandbox.V1.AddCampaign(Campaign, expiresAfterMonths: 1);
        sandbox.V1.AddCard("CARD", campaign: Campaign);
        Time.SetUtcNow(new DateTimeOffset(2025, 1, 31, 8, 0, 0, TimeSpan.Zero));

        await AdjustAsync(client, 5);

        Assert.Equal(new DateOnly(2025, 2, 28), Assert.Single(sandbox.V1.GetCard("CARD").Buckets).ExpiresOn);
    }

    [Fact]
    public async Task A_date_in_the_past_is_refused()
    {
        var (_, client) = await StartWithCardAsync();

        var response = await AdjustAsync(client, """{"points":5,"expiration_type":"CUSTOM_DATE","expiration_date":"2024-05-14"}""");

        AssertError(response, 400, "invalid_expiration_date", "Invalid Expiration Date", "Expiration date cannot be set in the past");
    }

    [Fact]
    public async Task The_expiration_date_of_a_removal_is_ignored()
    {
        var (_, client) = await StartWithCardAsync(points: 10);

        var response = await AdjustAsync(client, """{"points":-5,"expiration_type":"CUSTOM_DATE","expiration_date":"2020-01-01"}""");

        Assert.Equal(HttpStatusCode.OK, response.Status);
    }

    [Fact]
    public async Task Points_are_usable_on_their_last_day_and_expire_at_midnight()
    {
        var (sandbox, client) = await StartAsync();
        sandbox.V1.AddCard(new SandboxCardSeed { Code = "CARD", Points = [new(40, Today), new(2, Today), new(100)] });

        Time.SetUtcNow(new DateTimeOffset(2024, 5, 15, 23, 59, 59, 999, TimeSpan.Zero));
        Assert.Equal(142, sandbox.V1.GetCard("CARD").Balance);

        Time.SetUtcNow(new DateTimeOffset(2024, 5, 18, 9, 0, 0, TimeSpan.Zero));
        var rows = (await TransactionsAsync(client)).Data;

        var expiration = Assert.Single(rows);
        Assert.Equal("POINTS_EXPIRATION", (string?)expiration["type"]);
        Assert.Equal("2024-05-16T00:00:00.000Z", (string?)expiration["created_at"]);
        Assert.Equal(-42, (long)expiration["details"]!["balance"]!["points"]!);
        Assert.Equal(100, (long)expiration["details"]!["balance"]!["balance"]!);
        Assert.Null(expiration["source"]);
        var card = sandbox.V1.GetCard("CARD");
        Assert.Equal((100, 100, 142, 42), (card.Balance, card.Total, card.Points, card.ExpiredPoints));
        Assert.Single(card.Buckets);
        Assert.Null(Assert.Single(sandbox.Journal).RequestId);
    }

    [Fact]
    public async Task Points_expire_at_midnight_of_the_project()
    {
        var zone = TimeZoneInfo.CreateCustomTimeZone("project", TimeSpan.FromHours(-5), "project", "project");
        var (sandbox, _) = await StartAsync(Options(timeZone: zone));
        sandbox.V1.AddCard("CARD", 10, expiresOn: Today);

        Time.SetUtcNow(new DateTimeOffset(2024, 5, 16, 4, 59, 59, TimeSpan.Zero));
        Assert.Equal(10, sandbox.V1.GetCard("CARD").Balance);
        Time.SetUtcNow(new DateTimeOffset(2024, 5, 16, 5, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, sandbox.V1.GetCard("CARD").Balance);
    }

    [Fact]
    public async Task A_day_without_a_midnight_begins_later()
    {
        // Clocks jump from 00:00 to 01:00 on the third Thursday of May: 16 May 2024 starts at 01:00 (-03:00).
        var change = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            DateTime.MinValue.Date,
            DateTime.MaxValue.Date,
            TimeSpan.FromHours(1),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 0, 0, 0), 5, 3, DayOfWeek.Thursday),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 0, 0, 0), 11, 1));
        var zone = TimeZoneInfo.CreateCustomTimeZone("gap", TimeSpan.FromHours(-4), "gap", "gap", "gap summer", [change]);
        var (sandbox, _) = await StartAsync(Options(timeZone: zone));
        sandbox.V1.AddCard("CARD", 10, expiresOn: Today);

        Time.SetUtcNow(new DateTimeOffset(2024, 5, 16, 3, 59, 59, TimeSpan.Zero));
        Assert.Equal(10, sandbox.V1.GetCard("CARD").Balance);
        Time.SetUtcNow(new DateTimeOffset(2024, 5, 16, 4, 0, 0, TimeSpan.Zero));
        Assert.Equal(0, sandbox.V1.GetCard("CARD").Balance);
    }
}
