using System.Net;
using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Contract;

/// <summary>
/// What a user of the client may expect from the sandbox over a socket, the sandbox in memory, and WireMock with a script. The other files
/// of this class contain the remaining tests.
/// </summary>
public abstract partial class MembersContract : ContractSuite
{
    [Fact]
    public async Task Adding_points_returns_the_new_balance()
    {
        var client = await StartAsync(new() { Cards = [Card(200)], Script = [Exchange.Post(BalancePath, Responses.Balance(100, 300))] });

        var result = await client.V1.Members.AdjustBalanceAsync(
            Code, new() { Points = 100, SourceId = "order-1" }, cancellationToken: Stop);

        AssertBalance(100, 300, result);
        Assert.Equal("order-1", result.SourceId);
    }

    [Fact]
    public async Task Removing_points_returns_the_new_balance()
    {
        var client = await StartAsync(new() { Cards = [Card(200)], Script = [Exchange.Post(BalancePath, Responses.Balance(-50, 150))] });

        var result = await client.V1.Members.AdjustBalanceAsync(Code, new() { Points = -50 }, cancellationToken: Stop);

        AssertBalance(-50, 150, result);
        Assert.False(string.IsNullOrEmpty(result.SourceId));
    }

    [Fact]
    public async Task All_points_of_a_card_can_be_removed()
    {
        var client = await StartAsync(new() { Cards = [Card(200)], Script = [Exchange.Post(BalancePath, Responses.Balance(-200, 0))] });

        AssertBalance(-200, 0, await client.V1.Members.AdjustBalanceAsync(Code, new() { Points = -200 }, cancellationToken: Stop));
    }

    [Theory]
    [InlineData(Campaign)]
    [InlineData(CampaignId)]
    public async Task A_campaign_is_found_by_its_name_and_by_its_id(string campaign)
    {
        var client = await StartAsync(new()
        {
            Cards = [Card(200)],
            Script = [Exchange.Post($"/v1/loyalties/{campaign}/members/{Code}/balance", Responses.Balance(100, 300))],
        });

        AssertBalance(
            100, 300, await client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 100 }, campaign, cancellationToken: Stop));
    }

    [Fact]
    public async Task Added_points_show_their_expiration_date_and_are_gone_the_day_after()
    {
        var lastDay = WatchedClock.FirstDay.AddDays(1);
        var client = await StartAsync(new()
        {
            Cards = [Card(200)],
            Script =
            [
                Exchange.Post(BalancePath, Responses.Balance(50, 250)),
                Exchange.Get(MemberPath, MemberOf("""
                    {"points":250,"balance":250,"next_expiration_date":"2024-05-16","next_expiration_points":50,"pending_points":0,
                    "expired_points":0,"subtracted_points":0}
                    """)),
                Exchange.Get(
                    MemberPath, MemberOf("""{"points":250,"balance":200,"pending_points":0,"expired_points":50,"subtracted_points":0}""")),
            ],
        });

        var result = await client.V1.Members.AdjustBalanceAsync(
            Code,
            new() { Points = 50, ExpirationType = PointsExpirationType.CustomDate, ExpirationDate = lastDay },
            cancellationToken: Stop);
        var before = await client.V1.Members.GetMemberAsync(Code, cancellationToken: Stop);
        Clock.Advance(TimeSpan.FromDays(2));
        var after = await client.V1.Members.GetMemberAsync(Code, cancellationToken: Stop);

        AssertBalance(50, 250, result);
        Assert.Equal(
            new LoyaltyCard
            {
                Points = 250,
                Balance = 250,
                NextExpirationDate = lastDay,
                NextExpirationPoints = 50,
                PendingPoints = 0,
                ExpiredPoints = 0,
                SubtractedPoints = 0,
            },
            before.LoyaltyCard);
        Assert.Equal(
            new LoyaltyCard { Points = 250, Balance = 200, PendingPoints = 0, ExpiredPoints = 50, SubtractedPoints = 0 },
            after.LoyaltyCard);
    }

    [Fact]
    public async Task A_member_shows_its_card()
    {
        var client = await StartAsync(new()
        {
            Cards = [Card(200)],
            Script =
            [
                Exchange.Post(BalancePath, Responses.Balance(-50, 150)),
                Exchange.Get(
                    $"/v1/loyalties/{Campaign}/members/{Code}",
                    MemberOf("""{"points":200,"balance":150,"pending_points":0,"expired_points":0,"subtracted_points":50}""")),
            ],
        });
        await client.V1.Members.AdjustBalanceAsync(Code, new() { Points = -50 }, cancellationToken: Stop);

        var member = await client.V1.Members.GetMemberAsync(Code, Campaign, cancellationToken: Stop);

        Assert.Equal((CardId, Code, Campaign, CampaignId), (member.Id, member.Code, member.Campaign, member.CampaignId));
        Assert.Equal((VoucherType.LoyaltyCard, true, "voucher"), (member.Type, member.Active, member.Object));
        Assert.Equal(
            new LoyaltyCard { Points = 200, Balance = 150, PendingPoints = 0, ExpiredPoints = 0, SubtractedPoints = 50 },
            member.LoyaltyCard);
        Assert.StartsWith("cust_", member.HolderId, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.Zero, member.CreatedAt!.Value.Offset);
    }

    [Fact]
    public async Task An_expiration_date_in_the_past_is_rejected_by_the_service()
    {
        var client = await StartAsync(new()
        {
            Cards = [Card(200)],
            Script =
            [
                Exchange.Post(
                    BalancePath,
                    """
                    {"code":400,"key":"invalid_expiration_date","message":"Invalid Expiration Date",
                    "details":"Expiration date cannot be set in the past","request_id":"v-0c118b1611424ca899"}
                    """,
                    400),
            ],
        });

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => client.V1.Members.AdjustBalanceAsync(
            Code,
            new() { Points = 50, ExpirationType = PointsExpirationType.CustomDate, ExpirationDate = WatchedClock.FirstDay.AddDays(-1) },
            cancellationToken: Stop));

        AssertError(
            error,
            400,
            new()
            {
                Key = LoyaltyErrorKeys.InvalidExpirationDate,
                Message = "Invalid Expiration Date",
                Details = "Expiration date cannot be set in the past",
            });
    }

    [Fact]
    public async Task More_points_than_a_card_has_cannot_be_removed()
    {
        var client = await StartAsync(new()
        {
            Cards = [Card(200)],
            Script =
            [
                Exchange.Post(
                    BalancePath,
                    $$"""
                    {"code":400,"key":"loyalty_card_points_exceeded","message":"loyalty card points exceeded","details":"{{Code}}",
                    "request_id":"v-0be434ae35cabb018a"}
                    """,
                    400),
            ],
        });

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => client.V1.Members.AdjustBalanceAsync(Code, new() { Points = -201 }, cancellationToken: Stop));

        AssertError(
            error,
            400,
            new() { Key = LoyaltyErrorKeys.LoyaltyCardPointsExceeded, Message = "loyalty card points exceeded", Details = Code });
    }

    [Fact]
    public async Task An_unknown_card_is_not_found_by_any_operation()
    {
        const string NotFound = """
            {"code":404,"key":"not_found","message":"Resource not found","details":"Cannot find voucher with id NoSuchMemberId",
            "request_id":"v-0ffd717a332d7dc9e8","resource_id":"NoSuchMemberId","resource_type":"voucher"}
            """;
        const string Path = "/v1/loyalties/members/NoSuchMemberId";
        var client = await StartAsync(new()
        {
            Cards = [Card(200)],
            Script =
            [
                Exchange.Post(Path + "/balance", NotFound, 404), Exchange.Get(Path, NotFound, 404),
                Exchange.Get(Path + "/transactions", NotFound, 404),
            ],
        });
        Func<Task>[] calls =
        [
            () => client.V1.Members.AdjustBalanceAsync("NoSuchMemberId", new() { Points = 1 }, cancellationToken: Stop),
            () => client.V1.Members.GetMemberAsync("NoSuchMemberId", cancellationToken: Stop),
            () => AllAsync(client.V1.Transactions.ListMemberTransactionsAsync("NoSuchMemberId", cancellationToken: Stop)),
        ];

        foreach (var call in calls)
        {
            AssertNotFound(await Assert.ThrowsAsync<LoyaltyApiException>(call), "voucher", "NoSuchMemberId");
        }
    }

    [Fact]
    public async Task An_unknown_campaign_is_not_found()
    {
        var client = await StartAsync(new()
        {
            Cards = [Card(200)],
            Script =
            [
                Exchange.Post(
                    $"/v1/loyalties/No such club/members/{Code}/balance",
                    """
                    {"code":404,"key":"not_found","message":"Resource not found",
                    "details":"Cannot find campaign with id No such club","request_id":"v-0ffd717a332d7dc9e8",
                    "resource_id":"No such club","resource_type":"campaign"}
                    """,
                    404),
            ],
        });

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => client.V1.Members.AdjustBalanceAsync(Code, new() { Points = 1 }, "No such club", cancellationToken: Stop));

        AssertNotFound(error, "campaign", "No such club");
    }

    private static void AssertNotFound(LoyaltyApiException error, string type, string id) => AssertError(
        error,
        404,
        new()
        {
            Key = LoyaltyErrorKeys.NotFound,
            Message = "Resource not found",
            Details = $"Cannot find {type} with id {id}",
            ResourceId = id,
            ResourceType = type,
        });

    /// <summary>Compares everything except the request id, which only needs the right format.</summary>
    private static void AssertError(LoyaltyApiException error, int status, ApiError expected)
    {
        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Equal(expected with { Code = status, RequestId = error.RequestId! }, error.Error);
        Assert.Matches("^v-[0-9a-f]{18}$", error.RequestId);
    }

    private static string MemberOf(string card) =>
        $$"""
        {"id":"{{CardId}}","code":"{{Code}}","campaign":"{{Campaign}}","campaign_id":"{{CampaignId}}","type":"LOYALTY_CARD",
        "loyalty_card":{{card}},
         "active":true,"metadata":{},"created_at":"2024-05-15T12:00:00.000Z","updated_at":null,"holder_id":"cust_1","object":"voucher"}
        """;
}
