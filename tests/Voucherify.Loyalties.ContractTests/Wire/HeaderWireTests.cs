using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The exact headers of a request.</summary>
public sealed class HeaderWireTests : StubbedTests
{
    private const string MemberPath = $"/v1/loyalties/members/{MemberId}";

    [Fact]
    public async Task An_adjustment_sends_exactly_these_headers()
    {
        var request = await AdjustAsync(new() { Points = 100, SourceId = "order-1" });

        Assert.Equal(
            ["Content-Length", "Content-Type", "Host", "User-Agent", "X-App-Id", "X-App-Token", "X-Voucherify-API-Version"],
            request.HeaderNames);
        AssertCommon(request);
        Assert.Equal(TestClientBuilder.AppId, request.Header("X-App-Id"));
        Assert.Equal(TestClientBuilder.AppToken, request.Header("X-App-Token"));
        Assert.Equal("application/json; charset=utf-8", request.Header("Content-Type"));
        Assert.Equal("""{"points":100,"source_id":"order-1"}""".Length, int.Parse(request.Header("Content-Length")!, null));
    }

    [Fact]
    public async Task A_read_sends_exactly_these_headers()
    {
        Expect(Exchange.Get(MemberPath, Responses.Member));

        await Connect().V1.Members.GetMemberAsync(MemberId, cancellationToken: Stop);

        var request = await Server.RequestAsync();
        Assert.Equal(["Accept-Encoding", "Host", "User-Agent", "X-App-Id", "X-App-Token", "X-Voucherify-API-Version"], request.HeaderNames);
        AssertCommon(request);
        Assert.Equal("gzip, deflate, br", request.Header("Accept-Encoding"));
        Assert.Equal("", request.Body);
    }

    [Fact]
    public async Task A_call_with_OAuth_sends_the_key_for_the_token_and_then_only_the_token()
    {
        Expect(
            Exchange.Post("/v1/oauth/token", Responses.Token("token-1")),
            Exchange.Post(BalancePath, Responses.Balance()));
        var client = Connect(
            static options => options.Credentials = LoyaltyCredentials.OAuth("key-id", "key-secret", OAuthScope.Loyalties));

        await client.V1.Members.AdjustBalanceAsync(MemberId, new() { Points = 100, SourceId = "order-1" }, cancellationToken: Stop);

        var requests = await Server.RequestsAsync(2);
        Assert.Equal(
            ["Content-Length", "Content-Type", "Host", "User-Agent", "X-App-Id", "X-App-Token", "X-Voucherify-API-Version"],
            requests[0].HeaderNames);
        Assert.Equal("key-id", requests[0].Header("X-App-Id"));
        Assert.Equal("key-secret", requests[0].Header("X-App-Token"));
        Assert.Equal("grant_type=client_credentials&scope=loyalties", requests[0].Body);
        AssertCommon(requests[0]);

        Assert.Equal(
            ["Authorization", "Content-Length", "Content-Type", "Host", "User-Agent", "X-Voucherify-API-Version"],
            requests[1].HeaderNames);
        Assert.Equal("Bearer token-1", requests[1].Header("Authorization"));
        Assert.Equal("""{"points":100,"source_id":"order-1"}""", requests[1].Body);
        AssertCommon(requests[1]);
    }

    [Fact]
    public async Task Reads_with_OAuth_share_the_token()
    {
        Expect(
            Exchange.Post("/v1/oauth/token", Responses.Token("token-1")),
            Exchange.Get(MemberPath, Responses.Member) with { Bearer = "token-1" },
            Exchange.Get(MemberPath, Responses.Member) with { Bearer = "token-1" },
            Exchange.Get(MemberPath + "/transactions", Responses.EmptyList) with { Bearer = "token-1" });
        var client = Connect(static options => options.Credentials = LoyaltyCredentials.OAuth("key-id", "key-secret"));

        await client.V1.Members.GetMemberAsync(MemberId, cancellationToken: Stop);
        await client.V1.Members.GetMemberAsync(MemberId, cancellationToken: Stop);
        await client.V1.Transactions.ListMemberTransactionsPageAsync(MemberId, cancellationToken: Stop);

        Assert.All((await Server.RequestsAsync(4)).Skip(1), static request => Assert.Null(request.Header("X-App-Token")));
    }

    [Fact]
    public async Task A_call_with_a_token_provider_sends_only_the_token()
    {
        Expect(Exchange.Post(BalancePath, Responses.Balance()));
        var client = Connect(static options => options.Credentials = LoyaltyCredentials.AccessToken(static (_, _) => new("given")));

        await client.V1.Members.AdjustBalanceAsync(MemberId, new() { Points = 100, SourceId = "order-1" }, cancellationToken: Stop);

        var request = await Server.RequestAsync();
        Assert.Equal(
            ["Authorization", "Content-Length", "Content-Type", "Host", "User-Agent", "X-Voucherify-API-Version"],
            request.HeaderNames);
        Assert.Equal("Bearer given", request.Header("Authorization"));
    }

    [Fact]
    public async Task The_headers_of_a_call_are_added_to_its_requests()
    {
        Expect(Exchange.Get(MemberPath, Responses.Member), Exchange.Get(MemberPath, Responses.Member));
        var client = Connect();
        var options = new RequestOptions { Headers = new Dictionary<string, string> { ["X-Request-Source"] = "till 7" } };

        await client.V1.Members.GetMemberAsync(MemberId, options: options, cancellationToken: Stop);
        await client.V1.Members.GetMemberAsync(MemberId, cancellationToken: Stop);

        var requests = await Server.RequestsAsync(2);
        Assert.Equal("till 7", requests[0].Header("X-Request-Source"));
        Assert.Equal(TestClientBuilder.AppToken, requests[0].Header("X-App-Token"));
        Assert.Null(requests[1].Header("X-Request-Source"));
    }

    private static void AssertCommon(StubbedRequest request)
    {
        Assert.Equal("v2018-08-01", request.Header("X-Voucherify-API-Version"));
        Assert.Matches(@"^Voucherify\.Loyalties/\d+\.\d+\.\d+ \.NET/\d+\.\d+$", request.Header("User-Agent"));
        Assert.Null(request.Header("Transfer-Encoding"));
    }
}
