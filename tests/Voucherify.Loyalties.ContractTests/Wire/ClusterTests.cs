using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The hosts that the calls of each cluster go to.</summary>
public sealed class ClusterTests : StubbedTests
{
    public static TheoryData<string, string, string> Clusters => new()
    {
        { "Europe", "https://api.voucherify.io", "https://download.voucherify.io" },
        { "UnitedStates", "https://us1.api.voucherify.io", "https://us1.download.voucherify.io" },
        { "Asia", "https://as1.api.voucherify.io", "https://as1.download.voucherify.io" },
    };

    [Theory]
    [MemberData(nameof(Clusters))]
    public void A_cluster_has_one_host_for_calls_and_one_for_downloads(string name, string api, string download)
    {
        var cluster = VoucherifyCluster.Parse(name);

        Assert.Equal(name, cluster.Name);
        Assert.Equal(new Uri(api), cluster.ApiAddress);
        Assert.Equal(new Uri(download), cluster.DownloadAddress);
    }

    [Fact]
    public void The_clusters_have_six_hosts()
    {
        VoucherifyCluster[] clusters = [VoucherifyCluster.Europe, VoucherifyCluster.UnitedStates, VoucherifyCluster.Asia];

        Assert.Equal(
            ["api", "as1.api", "as1.download", "download", "us1.api", "us1.download"],
            clusters.SelectMany(static cluster => new[] { cluster.ApiAddress, cluster.DownloadAddress })
                .Select(static address => address.Host.Replace(".voucherify.io", "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Clusters))]
    public async Task Every_operation_goes_to_the_api_host_of_its_cluster(string name, string api, string download)
    {
        using var handler = new RecordingHandler(Responses.Balance());
        using var client = new TestClientBuilder().WithCluster(VoucherifyCluster.Parse(name)).WithHandler(handler).Build();

        await client.V1.Members.AdjustBalanceAsync(MemberId, new() { Points = 100 }, cancellationToken: Stop);
        await client.V1.Members.AdjustBalanceAsync(MemberId, new() { Points = 100 }, "Loyalty Campaign", cancellationToken: Stop);
        await client.V1.Members.GetMemberAsync(MemberId, cancellationToken: Stop);
        await client.V1.Members.GetMemberAsync(MemberId, "camp_1", cancellationToken: Stop);
        await client.V1.Transactions.ListMemberTransactionsPageAsync(MemberId, new() { Limit = 5 }, cancellationToken: Stop);
        await client.V1.Transactions.ListMemberTransactionsPageAsync(MemberId, campaignId: "camp_1", cancellationToken: Stop);
        await client.OAuth.CreateTokenAsync(new() { Scope = [OAuthScope.Api] }, cancellationToken: Stop);
        await client.OAuth.IntrospectTokenAsync(new() { AccessToken = "t" }, cancellationToken: Stop);
        await client.OAuth.RevokeTokenAsync(new() { AccessToken = "t" }, cancellationToken: Stop);

        Assert.Equal(
            [
                $"{api}/v1/loyalties/members/MmFAzfDe/balance",
                $"{api}/v1/loyalties/Loyalty%20Campaign/members/MmFAzfDe/balance",
                $"{api}/v1/loyalties/members/MmFAzfDe",
                $"{api}/v1/loyalties/camp_1/members/MmFAzfDe",
                $"{api}/v1/loyalties/members/MmFAzfDe/transactions?limit=5",
                $"{api}/v1/loyalties/camp_1/members/MmFAzfDe/transactions",
                $"{api}/v1/oauth/token",
                $"{api}/v1/oauth/introspect",
                $"{api}/v1/oauth/token/revoke",
            ],
            handler.Addresses.Select(static address => address.AbsoluteUri));
        Assert.DoesNotContain(handler.Addresses, address => address.Host == new Uri(download).Host);
    }

    [Fact]
    public async Task Calls_go_to_Europe_by_default()
    {
        using var handler = new RecordingHandler(Responses.Member);
        using var client = new TestClientBuilder().WithHandler(handler).Build();

        await client.V1.Members.GetMemberAsync(MemberId, cancellationToken: Stop);

        Assert.Equal("https://api.voucherify.io/v1/loyalties/members/MmFAzfDe", handler.Addresses.Single().AbsoluteUri);
    }

    [Fact]
    public async Task A_token_is_requested_in_the_cluster_of_the_calls()
    {
        using var handler = new RecordingHandler("""{"access_token":"t","balance":1}""");
        using var client = new TestClientBuilder()
            .WithCluster(VoucherifyCluster.Asia)
            .WithCredentials(LoyaltyCredentials.OAuth("id", "token"))
            .WithHandler(handler)
            .Build();

        await client.V1.Members.AdjustBalanceAsync(MemberId, new() { Points = 100 }, cancellationToken: Stop);

        Assert.Equal(
            ["https://as1.api.voucherify.io/v1/oauth/token", "https://as1.api.voucherify.io/v1/loyalties/members/MmFAzfDe/balance"],
            handler.Addresses.Select(static address => address.AbsoluteUri));
    }

    [Fact]
    public async Task Calls_of_a_dedicated_cluster_go_to_its_address()
    {
        Expect(Exchange.Get("/v1/loyalties/members/MmFAzfDe", Responses.Member));

        await Connect().V1.Members.GetMemberAsync(MemberId, cancellationToken: Stop);

        Assert.Equal(Server.Address.Authority, (await Server.RequestAsync()).Header("Host"));
    }

    [Theory]
    [InlineData("gateway")]
    [InlineData("gateway/")]
    [InlineData("a/b%20c/")]
    public async Task A_dedicated_address_keeps_its_path(string prefix)
    {
        using var handler = new RecordingHandler(Responses.Balance());
        using var client = new TestClientBuilder().WithAddress(new Uri($"https://gateway.example/{prefix}")).WithHandler(handler).Build();

        await client.V1.Members.AdjustBalanceAsync("a/b", new() { Points = 100 }, cancellationToken: Stop);

        Assert.Equal(
            $"https://gateway.example/{prefix.TrimEnd('/')}/v1/loyalties/members/a%2Fb/balance",
            handler.Addresses.Single().AbsoluteUri);
    }
}
