using System.Text.Json;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Generated.Platform.Api;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Generated.V1.Api;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.CodeGen;

public sealed class OwnRequestTests
{
    private readonly IMembersApi _members = Requests.Api<IMembersApi>();
    private readonly ITransactionsApi _transactions = Requests.Api<ITransactionsApi>();
    private readonly IOAuthApi _oauth = Requests.Api<IOAuthApi>();

    [Fact]
    public async Task An_adjustment_has_every_field_on_the_wire()
    {
        var request = new AdjustBalanceRequest
        {
            Points = 100,
            ExpirationType = PointsExpirationType.CustomDate,
            ExpirationDate = new(2023, 5, 30),
            Reason = "Welcome",
            SourceId = "order-1001",
        };

        var (_, text) = await Requests.Content(_members.AdjustBalance("MmFAzfDe", request));

        Assert.Equal(
            """{"points":100,"expiration_type":"CUSTOM_DATE","expiration_date":"2023-05-30","reason":"Welcome","source_id":"order-1001"}""",
            text);
    }

    [Fact]
    public async Task Both_routes_of_an_adjustment_are_built()
    {
        var request = new AdjustBalanceRequest { Points = -1 };

        Assert.Equal("/v1/loyalties/members/m%201/balance", await Requests.Target(_members.AdjustBalance("m 1", request)));
        Assert.Equal(
            "/v1/loyalties/Loyalty%20Campaign/members/m/balance",
            await Requests.Target(_members.AdjustBalanceInCampaign("Loyalty Campaign", "m", request)));
    }

    [Fact]
    public async Task Transactions_are_filtered_by_time()
    {
        var query = new ListMemberTransactionsQuery
        {
            Limit = 100,
            Order = TransactionOrder.IdDescending,
            Filters = new() { CreatedAt = new() { After = DateTimeOffset.UnixEpoch }, Junction = Junction.Or },
        };

        Assert.Equal(
            "/v1/loyalties/members/m/transactions?limit=100&order=-id"
            + "&filters%5Bcreated_at%5D%5Bconditions%5D%5B%24after%5D=1970-01-01T00%3A00%3A00Z&filters%5Bjunction%5D=or",
            await Requests.Target(_transactions.ListMemberTransactions("m", query.ToValues())));
    }

    [Fact]
    public async Task A_token_is_requested_with_a_form()
    {
        var request = new CreateTokenRequest { Scope = [OAuthScope.Api, OAuthScope.Loyalties] };

        var (type, text) = await Requests.Content(_oauth.CreateToken(request.ToForm()));

        Assert.Equal("application/x-www-form-urlencoded", type);
        Assert.Equal("grant_type=client_credentials&scope=api+loyalties", text);
    }

    [Fact]
    public void The_documented_balance_is_read()
    {
        const string json = """
            {"points":100,"total":13436,"balance":13136,"type":"loyalty_card","object":"balance",
             "related_object":{"type":"voucher","id":"v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF"}}
            """;

        var result = JsonSerializer.Deserialize(json, V1Json.BalanceResult)!;

        Assert.Equal((100, 13436, 13136), (result.Points, result.Total, result.Balance));
        Assert.Equal(BalanceType.LoyaltyCard, result.Type);
        Assert.Equal("v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF", result.RelatedObject!.Id);
    }

    [Fact]
    public void An_error_with_a_plain_string_is_read()
    {
        var error = JsonSerializer.Deserialize(
            """{"statusCode":413,"error":"Request Entity Too Large","message":"too large"}""",
            PlatformJson.ApiError)!;

        Assert.Equal("Request Entity Too Large", error.Error!.Value.Text);
        Assert.Null(error.Code);
    }

    [Fact]
    public void An_adjustment_moves_points_on_both_routes()
    {
        Assert.True(V1Operations.AdjustBalance.MovesPoints);
        Assert.True(V1Operations.AdjustBalanceInCampaign.MovesPoints);
        Assert.Equal(Idempotency.Reconciled, V1Operations.AdjustBalance.Idempotency);
    }
}
