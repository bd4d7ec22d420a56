using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The bytes of an adjustment, field by field.</summary>
public sealed class AdjustBalanceWireTests : StubbedTests
{
    [Theory]
    [InlineData(1, """{"points":1,"source_id":"order-1"}""")]
    [InlineData(-100, """{"points":-100,"source_id":"order-1"}""")]
    [InlineData(9_007_199_254_740_991, """{"points":9007199254740991,"source_id":"order-1"}""")]
    [InlineData(-9_007_199_254_740_991, """{"points":-9007199254740991,"source_id":"order-1"}""")]
    public async Task Points_are_sent_as_a_signed_number(long points, string body)
    {
        var request = await AdjustAsync(new() { Points = points, SourceId = "order-1" });

        Assert.Equal(body, request.Body);
    }

    [Fact]
    public async Task Points_that_expire_by_the_program_rules_are_sent_with_that_expiration_type()
    {
        var request = await AdjustAsync(new() { Points = 5, ExpirationType = PointsExpirationType.ProgramRules, SourceId = "order-1" });

        Assert.Equal("""{"points":5,"expiration_type":"PROGRAM_RULES","source_id":"order-1"}""", request.Body);
    }

    [Fact]
    public async Task Points_that_never_expire_are_sent_with_that_expiration_type()
    {
        var request = await AdjustAsync(new() { Points = 5, ExpirationType = PointsExpirationType.NonExpiring, SourceId = "order-1" });

        Assert.Equal("""{"points":5,"expiration_type":"NON_EXPIRING","source_id":"order-1"}""", request.Body);
    }

    [Theory]
    [InlineData(2023, 5, 30, "2023-05-30")]
    [InlineData(2024, 2, 29, "2024-02-29")]
    [InlineData(2030, 1, 1, "2030-01-01")]
    [InlineData(9999, 12, 31, "9999-12-31")]
    public async Task Points_that_expire_on_a_day_are_sent_with_the_day_and_no_time(int year, int month, int day, string text)
    {
        var request = await AdjustAsync(new()
        {
            Points = 5,
            ExpirationType = PointsExpirationType.CustomDate,
            ExpirationDate = new(year, month, day),
            SourceId = "order-1",
        });

        Assert.Equal($$"""{"points":5,"expiration_type":"CUSTOM_DATE","expiration_date":"{{text}}","source_id":"order-1"}""", request.Body);
    }

    [Fact]
    public async Task An_unknown_expiration_type_is_sent_unchanged()
    {
        var request = await AdjustAsync(
            new() { Points = 5, ExpirationType = new PointsExpirationType("END_OF_YEAR"), SourceId = "order-1" });

        Assert.Equal("""{"points":5,"expiration_type":"END_OF_YEAR","source_id":"order-1"}""", request.Body);
    }

    [Theory]
    [InlineData("Welcome", "Welcome")]
    [InlineData("", "")]
    [InlineData("zażółć 日本", @"za\u017C\u00F3\u0142\u0107 \u65E5\u672C")]
    [InlineData("🎁", @"\uD83C\uDF81")]
    [InlineData("say \"hi\"", @"say \u0022hi\u0022")]
    [InlineData(@"C:\new", @"C:\\new")]
    [InlineData("two\r\nlines\tand a tab", @"two\r\nlines\tand a tab")]
    [InlineData("<b>&'+`", @"\u003Cb\u003E\u0026\u0027\u002B\u0060")]
    [InlineData("a/b", "a/b")]
    public async Task A_reason_is_escaped_to_ascii(string reason, string json)
    {
        var request = await AdjustAsync(new() { Points = 5, Reason = reason, SourceId = "order-1" });

        Assert.Equal($$"""{"points":5,"reason":"{{json}}","source_id":"order-1"}""", request.Body);
    }

    [Fact]
    public async Task Every_field_is_sent_in_the_documented_order()
    {
        var request = await AdjustAsync(new()
        {
            SourceId = "order-1001",
            Reason = "Welcome",
            ExpirationDate = new(2023, 5, 30),
            ExpirationType = PointsExpirationType.CustomDate,
            Points = 100,
        });

        Assert.Equal(
            """{"points":100,"expiration_type":"CUSTOM_DATE","expiration_date":"2023-05-30","reason":"Welcome","source_id":"order-1001"}""",
            request.Body);
    }

    [Theory]
    [InlineData("order-1001", "order-1001")]
    [InlineData("a/b?c#d%2F e", "a/b?c#d%2F e")]
    [InlineData("zamówienie \"7\"", @"zam\u00F3wienie \u00227\u0022")]
    public async Task A_source_id_is_sent_unchanged_and_returned_with_the_result(string sourceId, string json)
    {
        Expect(Exchange.Post(BalancePath, Responses.Balance(points: 5)));

        var result = await Connect().V1.Members.AdjustBalanceAsync(
            MemberId, new() { Points = 5, SourceId = sourceId }, cancellationToken: Stop);

        Assert.Equal($$"""{"points":5,"source_id":"{{json}}"}""", (await Server.RequestAsync()).Body);
        Assert.Equal(sourceId, result.SourceId);
    }

    [Fact]
    public async Task An_adjustment_without_a_source_id_gets_a_new_one_and_returns_it()
    {
        Expect(Exchange.Post(BalancePath, Responses.Balance(points: 5)), Exchange.Post(BalancePath, Responses.Balance(points: 5)));
        var client = Connect();

        var first = await client.V1.Members.AdjustBalanceAsync(MemberId, new() { Points = 5 }, cancellationToken: Stop);
        var second = await client.V1.Members.AdjustBalanceAsync(MemberId, new() { Points = 5 }, cancellationToken: Stop);

        var requests = await Server.RequestsAsync(2);
        Assert.Matches("^[0-9a-f-]{32,36}$", first.SourceId);
        Assert.NotEqual(first.SourceId, second.SourceId);
        Assert.Equal($$"""{"points":5,"source_id":"{{first.SourceId}}"}""", requests[0].Body);
        Assert.Equal($$"""{"points":5,"source_id":"{{second.SourceId}}"}""", requests[1].Body);
    }

    [Fact]
    public async Task Both_adjustment_routes_send_the_same_body()
    {
        var request = await AdjustAsync(
            new() { Points = 5, SourceId = "order-1" },
            campaignId: Responses.CampaignId,
            path: $"/v1/loyalties/{Responses.CampaignId}/members/{MemberId}/balance");

        Assert.Equal("POST", request.Method);
        Assert.Equal("", request.RawQuery);
        Assert.Equal("""{"points":5,"source_id":"order-1"}""", request.Body);
    }

    [Fact]
    public async Task A_campaign_name_with_a_space_is_escaped()
    {
        var request = await AdjustAsync(
            new() { Points = 5, SourceId = "order-1" },
            campaignId: "Loyalty Campaign",
            path: $"/v1/loyalties/Loyalty Campaign/members/{MemberId}/balance");

        Assert.Equal("POST", request.Method);
    }
}
