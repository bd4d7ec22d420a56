using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Sockets;

/// <summary>
/// What a user has configured counts, although the client sends directly to its connections where nothing is configured.
/// </summary>
public sealed class UserConfigurationTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_handler_of_a_user_sees_a_decompressed_body(bool synchronously)
    {
        await using var server = await LoopbackServer.StartAsync(static async context =>
        {
            context.Response.ContentType = "application/json";
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(Compressed.Gzip(Responses.Member), context.RequestAborted);
        });
        var bodies = new List<string>();
        await using var provider = Provide(server.Address, http => http.AddHttpMessageHandler(() => new Reading(bodies, synchronously)));

        await MembersOf(provider).GetMemberAsync("CARD", cancellationToken: Stop);

        Assert.Equal([Responses.Member], bodies);
    }

    [Fact]
    public async Task The_encodings_that_a_user_asks_for_stay_beside_those_of_the_client()
    {
        await using var server = await LoopbackServer.RespondingAsync(Responses.Member);
        await using var provider = Provide(server.Address, static http => http.ConfigureHttpClient(
            static client => client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br;q=0.5")));

        await MembersOf(provider).GetMemberAsync("CARD", cancellationToken: Stop);

        Assert.Equal("br; q=0.5, gzip, deflate", server.Requests.Single().Headers["Accept-Encoding"]);
    }

    [Fact]
    public async Task A_user_can_switch_decompression_off()
    {
        await using var server = await LoopbackServer.RespondingAsync(Responses.Member);
        await using var provider = Provide(server.Address, static http => http.ConfigurePrimaryHttpMessageHandler(
            static (primary, _) => ((SocketsHttpHandler)primary).AutomaticDecompression = DecompressionMethods.None));

        await MembersOf(provider).GetMemberAsync("CARD", cancellationToken: Stop);

        Assert.DoesNotContain("Accept-Encoding", server.Requests.Single().Headers.Keys);
    }

    [Fact]
    public async Task Default_headers_that_a_user_has_configured_are_sent_beside_those_of_the_client()
    {
        await using var server = await LoopbackServer.RespondingAsync(Responses.Balance());
        await using var provider = Provide(server.Address, static http => http.ConfigureHttpClient(
            static client => client.DefaultRequestHeaders.Add("X-Shop", "berlin")));

        await MembersOf(provider).AdjustBalanceAsync("CARD", new() { Points = 100 }, cancellationToken: Stop);

        var headers = server.Requests.Single().Headers;
        Assert.Equal(("berlin", "v2018-08-01"), (headers["X-Shop"], headers["X-Voucherify-API-Version"]));
    }

    [Fact]
    public async Task The_cluster_decides_where_requests_go_whatever_base_address_is_configured()
    {
        await using var server = await LoopbackServer.RespondingAsync(Responses.Member);
        await using var provider = Provide(server.Address, static http => http.ConfigureHttpClient(
            static client => client.BaseAddress = new Uri("http://127.0.0.1:1/elsewhere/")));

        await MembersOf(provider).GetMemberAsync("CARD", cancellationToken: Stop);

        Assert.Equal("/v1/loyalties/members/CARD", server.Requests.Single().RawTarget);
    }

    [Fact]
    public async Task A_configured_request_version_is_used()
    {
        await using var server = new Http2Server(Responses.Member);
        await using var provider = Provide(server.Address, static http => http.ConfigureHttpClient(static client =>
            (client.DefaultRequestVersion, client.DefaultVersionPolicy) =
                (HttpVersion.Version20, HttpVersionPolicy.RequestVersionExact)));

        await MembersOf(provider).GetMemberAsync("CARD", cancellationToken: Stop);

        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Disposing_the_client_ends_a_running_call_with_an_error(bool isConfigured)
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await LoopbackServer.StartAsync(async context =>
        {
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        var provider = Provide(server.Address, http => http.ConfigureHttpClient(client =>
        {
            if (isConfigured)
            {
                client.DefaultRequestHeaders.Add("X-Shop", "berlin");
            }
        }));
        var call = MembersOf(provider).GetMemberAsync("CARD", cancellationToken: Stop);
        await arrived.Task.WaitAsync(Stop);

        await provider.DisposeAsync();

        Assert.IsNotType<LoyaltyTimeoutException>((await Assert.ThrowsAnyAsync<Exception>(() => call)).InnerException);
    }

    private static V1.IMembersClient MembersOf(IServiceProvider provider) => provider.GetRequiredService<ILoyaltyClient>().V1.Members;

    private static ServiceProvider Provide(Uri address, Action<IHttpClientBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddVoucherifyLoyalties(options => LoopbackClient.Configure(options, address)));
        return services.BuildServiceProvider();
    }

    private sealed class Reading(List<string> bodies, bool synchronously) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (!synchronously)
            {
                await response.Content.ReadAsByteArrayAsync(cancellationToken);
            }

            using var body = new MemoryStream();
            await response.Content.ReadAsStream(cancellationToken).CopyToAsync(body, cancellationToken);
            bodies.Add(Encoding.UTF8.GetString(body.ToArray()));
            response.Content = new ByteArrayContent(body.ToArray());
            return response;
        }
    }
}
