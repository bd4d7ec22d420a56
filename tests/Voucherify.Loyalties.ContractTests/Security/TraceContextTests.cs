using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Security;

/// <summary>What the program has attached to its trace stays in it: by default only the id of the trace goes to the service.</summary>
public sealed class TraceContextTests
{
    private static readonly string[] Private = ["tracestate", "baggage", "Correlation-Context"];

    public enum Connection
    {
        Own,
        Container,
        UsersSockets,
        UsersSocketsInUse,
        UsersHttpClientHandler,
        ContainerWithUsersSockets,
    }

    public static TheoryData<Connection> Connections => [.. Enum.GetValues<Connection>()];

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task Only_the_traceparent_is_sent_by_default(Connection connection)
    {
        await using var server = await LoopbackServer.StartAsync(RespondAsync);
        await using var owner = await OpenAsync(connection, server.Address, static _ => { });
        using var activity = Start();

        await CallAsync(owner.Client);

        var sent = Sent(server);
        Assert.Equal(4, sent.Count);
        Assert.All(sent, request =>
        {
            Assert.Contains($"{activity.TraceId}", request.Headers["traceparent"], StringComparison.Ordinal);
            Assert.All(Private, name => Assert.Equal("", request.Headers.GetValueOrDefault(name, "")));
        });
    }

    [Theory]
    [MemberData(nameof(Connections))]
    public async Task The_whole_trace_context_is_sent_if_the_options_say_so(Connection connection)
    {
        await using var server = await LoopbackServer.StartAsync(RespondAsync);
        await using var owner = await OpenAsync(connection, server.Address, static options => options.PropagateFullTraceContext = true);
        using var activity = Start();

        await CallAsync(owner.Client);

        Assert.All(Sent(server), static request =>
        {
            Assert.Equal("vendor=canary", request.Headers["tracestate"]);
            var baggage = string.Concat(Private[1..].Select(name => request.Headers.GetValueOrDefault(name)));
            Assert.Contains("canary", baggage, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData(Connection.Own)]
    [InlineData(Connection.UsersSockets)]
    public async Task The_instrumentation_of_OpenTelemetry_adds_no_baggage(Connection connection)
    {
        await using var server = await LoopbackServer.StartAsync(RespondAsync);
        using var tracer = Sdk.CreateTracerProviderBuilder().AddHttpClientInstrumentation().Build();
        await using var owner = await OpenAsync(connection, server.Address, static _ => { });
        using var activity = Start();
        Baggage.SetBaggage("user", "canary");

        await CallAsync(owner.Client);

        Assert.All(Sent(server), request =>
        {
            Assert.Contains($"{activity.TraceId}", request.Headers["traceparent"], StringComparison.Ordinal);
            Assert.All(Private, name => Assert.Equal("", request.Headers.GetValueOrDefault(name, "")));
        });
    }

    [Fact]
    public async Task A_handler_that_adds_baggage_is_overruled_and_the_options_of_a_call_are_not()
    {
        await using var server = await LoopbackServer.StartAsync(RespondAsync);
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(options => LoopbackClient.Configure(options, server.Address))
            .AddHttpMessageHandler(static () => new AddingHandler());
        await using var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<ILoyaltyClient>();

        await client.V1.Members.GetMemberAsync("CARD");
        await client.V1.Members.GetMemberAsync(
            "CARD", options: new() { Headers = new Dictionary<string, string> { ["tracestate"] = "mine=1" } });

        Assert.DoesNotContain("baggage", server.Requests[0].Headers.Keys);
        Assert.Equal("mine=1", server.Requests[1].Headers["tracestate"]);
    }

    [Fact]
    public async Task Other_clients_of_a_shared_handler_send_their_whole_trace_context()
    {
        await using var server = await LoopbackServer.StartAsync(RespondAsync);
        using var sockets = new SocketsHttpHandler();
        using var client = LoopbackClient.For(server.Address).WithHandler(sockets).Build();
        using var other = new HttpClient(sockets, disposeHandler: false);
        using var activity = Start();

        await other.GetAsync(server.Address);

        Assert.Equal("vendor=canary", server.Requests[^1].Headers["tracestate"]);
    }

    private static Activity Start()
    {
        var activity = new Activity("request") { TraceStateString = "vendor=canary" };
        activity.AddBaggage("user", "canary");
        return activity.Start();
    }

    private static async Task CallAsync(ILoyaltyClient client)
    {
        await client.V1.Members.GetMemberAsync("CARD");
        await client.V1.Members.AdjustBalanceAsync("CARD", new() { Points = 100, SourceId = "order-1" });
        await client.OAuth.CreateTokenAsync(new() { Scope = [OAuthScope.Api] });
        await client.OAuth.RevokeTokenAsync(new() { AccessToken = "token" });
    }

    /// <summary>The requests of the client, without the one that took a handler into use.</summary>
    private static List<ReceivedRequest> Sent(LoopbackServer server) =>
        [.. server.Requests.Where(static request => request.RawTarget.StartsWith("/v1", StringComparison.Ordinal))];

    private static Task RespondAsync(Microsoft.AspNetCore.Http.HttpContext context) => LoopbackServer.RespondAsync(
        context,
        context.Request.Path.Value!.EndsWith("token", StringComparison.Ordinal)
            ? """{"access_token":"token","expires_in":900}"""
            : context.Request.Method == "GET" ? """{"id":"v_1","code":"CARD"}""" : Responses.Balance(100));

    private static async Task<Owner> OpenAsync(Connection connection, Uri address, Action<LoyaltyClientOptions> configure)
    {
        if (connection is Connection.Container or Connection.ContainerWithUsersSockets)
        {
            var services = new ServiceCollection();
            var http = services.AddVoucherifyLoyalties(options =>
            {
                LoopbackClient.Configure(options, address);
                configure(options);
            });
            if (connection == Connection.ContainerWithUsersSockets)
            {
                http.ConfigurePrimaryHttpMessageHandler(static () => new SocketsHttpHandler());
            }

            var provider = services.BuildServiceProvider();
            return new(provider.GetRequiredService<ILoyaltyClient>(), provider);
        }

        HttpMessageHandler? handler = connection switch
        {
            Connection.UsersSockets or Connection.UsersSocketsInUse => new SocketsHttpHandler(),
            Connection.UsersHttpClientHandler => new HttpClientHandler(),
            _ => null,
        };
        if (connection == Connection.UsersSocketsInUse)
        {
            using var other = new HttpClient(handler!, disposeHandler: false);
            await other.GetAsync(address);
        }

        var client = LoopbackClient.For(address).Configure(configure).WithHandler(handler).Build();
        return new(client, client);
    }

    private sealed record Owner(ILoyaltyClient Client, IDisposable Disposable) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            Disposable.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class AddingHandler : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("baggage", "user=canary");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
