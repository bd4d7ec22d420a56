using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>Whatever adds a handler to the HTTP client, and whenever, the outbound request check stays next to the socket.</summary>
public sealed class InnermostCheckTests
{
    /// <summary>How an application can put a handler into the client.</summary>
    public enum Way
    {
        FilterBefore,
        FilterAfter,
        FilterAtTheFront,
        ClientDefaults,
        AllOptions,
        LastAction,
    }

    public static MatrixTheoryData<Way, bool> Ways => new(Enum.GetValues<Way>(), [false, true]);

    [Theory, MemberData(nameof(Ways))]
    public async Task A_repeating_handler_leads_to_one_send(Way way, bool before)
    {
        using var socket = new ScriptedHandler(Steps.LoseConnection());
        await using var provider = Provide(socket, way, before);

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => AdjustAsync(provider));

        Assert.Single(socket.Requests, static request => request.Method == HttpMethod.Post);
    }

    [Theory, MemberData(nameof(Ways))]
    public async Task A_request_that_a_handler_redirects_never_reaches_the_socket(Way way, bool before)
    {
        using var socket = new ScriptedHandler(Steps.Ok(Steps.BalanceJson));
        await using var provider = Provide(socket, way, before, static () => new Moving());

        await Assert.ThrowsAsync<LoyaltySendRefusedException>(() => AdjustAsync(provider));

        Assert.Empty(socket.Requests);
    }

    /// <summary>A filter that runs late can also replace the primary handler. The new one is checked too.</summary>
    [Fact]
    public async Task A_primary_handler_that_a_filter_sets_is_behind_the_check()
    {
        using var replaced = new ScriptedHandler(Steps.Ok(Steps.BalanceJson));
        using var socket = new ScriptedHandler(Steps.LoseConnection());
        var services = new ServiceCollection();
        services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new Filter(builder =>
        {
            builder.PrimaryHandler = socket;
            builder.AdditionalHandlers.Add(new RepeatingHandler());
        }));
        Register(services, replaced);
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => AdjustAsync(provider));

        Assert.Single(socket.Requests, static request => request.Method == HttpMethod.Post);
        Assert.Empty(replaced.Requests);
    }

    [Fact]
    public async Task Several_clients_share_one_filter()
    {
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties("a", Configure);
        services.AddVoucherifyLoyalties("b", Configure);
        await using var provider = services.BuildServiceProvider();

        Assert.Single(
            provider.GetServices<IHttpMessageHandlerBuilderFilter>(),
            static filter => filter.GetType().Name == "OutboundRequestCheckFilter");
    }

    private static ServiceProvider Provide(ScriptedHandler socket, Way way, bool before, Func<DelegatingHandler>? create = null)
    {
        create ??= static () => new RepeatingHandler();
        var services = new ServiceCollection();
        if (before)
        {
            Add(services, way, create);
        }

        Register(services, socket);
        if (!before)
        {
            Add(services, way, create);
        }

        return services.BuildServiceProvider();
    }

    private static void Register(IServiceCollection services, HttpMessageHandler socket) =>
        services.AddVoucherifyLoyalties(Configure).ConfigurePrimaryHttpMessageHandler(() => socket);

    private static void Configure(LoyaltyClientOptions options)
    {
        options.Credentials = LoyaltyCredentials.ApiKey("app-id", "app-token");
        options.AttemptTimeout = options.TotalTimeout = TimeSpan.FromMilliseconds(200);
    }

    private static void Add(ServiceCollection services, Way way, Func<DelegatingHandler> create)
    {
        switch (way)
        {
            case Way.FilterBefore:
                services.AddSingleton<IHttpMessageHandlerBuilderFilter>(new Filter(builder => builder.AdditionalHandlers.Add(create())));
                break;
            case Way.FilterAfter:
                services.AddSingleton<IHttpMessageHandlerBuilderFilter>(
                    new Filter(static _ => { }, builder => builder.AdditionalHandlers.Add(create())));
                break;
            case Way.FilterAtTheFront:
                services.Insert(
                    0,
                    ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(
                        new Filter(builder => builder.AdditionalHandlers.Add(create()))));
                break;
            case Way.ClientDefaults:
                services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(create));
                break;
            case Way.AllOptions:
                services.ConfigureAll<HttpClientFactoryOptions>(
                    options => options.HttpMessageHandlerBuilderActions.Add(builder => builder.AdditionalHandlers.Add(create())));
                break;
            case Way.LastAction:
                services.PostConfigureAll<HttpClientFactoryOptions>(
                    options => options.HttpMessageHandlerBuilderActions.Add(builder => builder.AdditionalHandlers.Add(create())));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(way), way, message: null);
        }
    }

    private static Task<BalanceResult> AdjustAsync(IServiceProvider provider) =>
        provider.GetRequiredService<ILoyaltyClient>().V1.Members.AdjustBalanceAsync(
            "CARD", new() { Points = 100 }, cancellationToken: TestContext.Current.CancellationToken);

    private sealed class Filter(Action<HttpMessageHandlerBuilder> after, Action<HttpMessageHandlerBuilder>? first = null)
        : IHttpMessageHandlerBuilderFilter
    {
        public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
        {
            first?.Invoke(builder);
            next(builder);
            after(builder);
        };
    }

    private sealed class Moving : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri("https://elsewhere.example/v1/loyalties/members/CARD/balance");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
