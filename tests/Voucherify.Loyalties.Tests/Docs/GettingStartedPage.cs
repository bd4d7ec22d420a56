using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Voucherify.Loyalties.Configuration;
using Voucherify.Loyalties.Http;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>The code of docs/getting-started.md.</summary>
public sealed class GettingStartedPage
{
    private static readonly (string, string?)[] Settings =
    [
        ("Voucherify:AppId", "id"),
        ("Voucherify:AppToken", "token"),
        ("Loyalty:Europe:AppId", "id"),
        ("Loyalty:Europe:AppToken", "token"),
        ("Loyalty:Asia:AppId", "id"),
        ("Loyalty:Asia:AppToken", "token"),
        ("Loyalty:Asia:Cluster", "Asia"),
    ];

    [Fact]
    public void A_client_is_registered()
    {
        var builder = new Builder();
        var (appId, appToken) = ("id", "token");

        #region snippet
        builder.Services.AddVoucherifyLoyalties(options =>
        {
            options.Cluster = VoucherifyCluster.UnitedStates;
            options.Credentials = LoyaltyCredentials.ApiKey(appId, appToken);
        });
        #endregion

        using var provider = builder.Services.BuildServiceProvider();
        Assert.Same(provider.GetRequiredService<ILoyaltyClient>(), provider.GetRequiredService<ILoyaltyClient>());
    }

    [Fact]
    public void A_client_is_registered_with_a_section()
    {
        var builder = new Builder(Settings);

        #region snippet
        builder.Services.AddVoucherifyLoyalties(builder.Configuration.GetSection("Voucherify"));
        builder.Services.AddHealthChecks().AddCheck<LoyaltyHealthCheck>("voucherify");
        #endregion

        using var provider = builder.Services.BuildServiceProvider();
        Assert.NotNull(provider.GetRequiredService<ILoyaltyClient>());
    }

    [Fact]
    public void Two_clients_stand_side_by_side()
    {
        var builder = new Builder(Settings);
        var (api, downloads) = (new Uri("https://loyalty.example"), new Uri("https://files.example"));

        #region snippet
        builder.Services.AddVoucherifyLoyalties("europe", builder.Configuration.GetSection("Loyalty:Europe"));
        builder.Services.AddVoucherifyLoyalties("asia", builder.Configuration.GetSection("Loyalty:Asia"));
        builder.Services.AddSingleton(services => new AsiaShop(services.GetRequiredKeyedService<ILoyaltyClient>("asia")));
        builder.Services.AddHealthChecks().Add(new HealthCheckRegistration(
            "asia",
            services => new LoyaltyHealthCheck(services.GetRequiredKeyedService<ILoyaltyClient>("asia")),
            failureStatus: null,
            tags: null));
        builder.Services.Configure<LoyaltyClientOptions>("asia", options => options.Cluster = VoucherifyCluster.Dedicated(api, downloads));
        #endregion

        using var provider = builder.Services.BuildServiceProvider();
        Assert.Equal(downloads, provider.GetRequiredService<IOptionsMonitor<LoyaltyClientOptions>>().Get("asia").Cluster.DownloadAddress);
        Assert.NotSame(provider.GetRequiredKeyedService<ILoyaltyClient>("europe"), provider.GetRequiredService<AsiaShop>().Client);
    }

    [Fact]
    public async Task Calls_are_made()
    {
        using var client = Client(out var sandbox);
        sandbox.V1.AddCard("MmFAzfDe", points: 500);
        var cancellationToken = TestContext.Current.CancellationToken;

        #region snippet
        LoyaltyMember member = await client.V1.Members.GetMemberAsync("MmFAzfDe", cancellationToken);
        Console.WriteLine($"{member.Balance} points");

        var hurry = new RequestOptions
        {
            Timeout = TimeSpan.FromSeconds(3),
            Headers = new Dictionary<string, string> { ["X-Trace"] = "1001" },
            OnResponse = response => Console.WriteLine($"{response.StatusCode}: {response.GetBodyAsString()}"),
        };
        await client.V1.Members.GetMemberAsync("MmFAzfDe", options: hurry, cancellationToken: cancellationToken);
        #endregion

        Assert.Equal(500, member.LoyaltyCard?.Balance);
    }

    [Fact]
    public async Task Lists_are_read_page_by_page()
    {
        using var client = Client(out var sandbox);
        sandbox.V1.AddCard("MmFAzfDe", points: 500);
        await client.V1.Members.AdjustBalanceAsync("MmFAzfDe", new AdjustBalanceRequest { Points = 100, SourceId = "order-1" });

        #region snippet
        var newestFirst = new ListMemberTransactionsQuery { Order = TransactionOrder.IdDescending };
        await foreach (var transaction in client.V1.Transactions.ListMemberTransactionsAsync("MmFAzfDe", query: newestFirst))
        {
            Console.WriteLine($"{transaction.CreatedAt:u} {transaction.Type} {transaction.Points} {transaction.SourceId}");
        }
        #endregion

        Assert.Equal(1, sandbox.Requests["GET /v1/loyalties/members/{memberId}/transactions"]);
    }

    [Fact]
    public async Task An_export_is_ordered_and_fetched()
    {
        using var client = Client(out var sandbox, new LoyaltySandboxOptions { JobTime = TimeSpan.Zero });
        sandbox.V1.AddCampaign("Loyalty Campaign");

        #region snippet
        Export ordered = await client.V1.Exports.CreateCampaignTransactionsExportAsync("Loyalty Campaign", new TransactionExportRequest());
        Export done = await client.V1.Exports.WaitAsync(ordered);
        await using Stream csv = await client.V1.Exports.DownloadAsync(done);
        #endregion

        Assert.True(csv.CanRead);
    }

    [Fact]
    public void Handlers_and_a_proxy_are_put_in()
    {
        var builder = new Builder(Settings);

        #region snippet
        builder.Services.AddVoucherifyLoyalties(builder.Configuration.GetSection("Voucherify"))
            .AddHttpMessageHandler(() => new StampingHandler())
            .ConfigurePrimaryHttpMessageHandler(static (primary, _) =>
                ((SocketsHttpHandler)primary).Proxy = new WebProxy("http://proxy.example:3128"));
        #endregion

        using var provider = builder.Services.BuildServiceProvider();
        var handlers = provider.GetRequiredService<IHttpMessageHandlerFactory>();
        var chain = Chain(handlers.CreateHandler(OutboundRequestCheckFilter.HttpClientNameOf(""))).ToList();
        var primary = Assert.IsType<SocketsHttpHandler>(chain[^1]);
        Assert.False(primary.AllowAutoRedirect);
        Assert.Equal("proxy.example", Assert.IsType<WebProxy>(primary.Proxy).Address?.Host);
        Assert.IsType<OutboundRequestCheck>(chain[^2]);
        Assert.IsType<StampingHandler>(chain[^3]);
    }

    [Fact]
    public void Every_option_is_in_the_table() => Assert.All(
        SectionKeys.All.Keys,
        static key => Assert.Contains(
            $"| `{key.Replace(':', '.')}` |", new Page("docs/getting-started.md").Text, StringComparison.Ordinal));

    private static IEnumerable<HttpMessageHandler> Chain(HttpMessageHandler handler)
    {
        for (HttpMessageHandler? next = handler; next is not null; next = (next as DelegatingHandler)?.InnerHandler)
        {
            yield return next;
        }
    }

    private static LoyaltyClient Client(out LoyaltySandbox sandbox, LoyaltySandboxOptions? options = null)
    {
        sandbox = LoyaltySandbox.Create(options);
        return new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler());
    }

    private sealed record AsiaShop(ILoyaltyClient Client);

    private sealed class StampingHandler : DelegatingHandler;
}
