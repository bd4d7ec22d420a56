using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Sockets;

/// <summary>
/// With <c>Expect: 100-continue</c>, .NET sends the headers first and repeats them on another connection when the server closes. A write
/// without a body is complete after its headers, so each repetition may be applied.
/// </summary>
public sealed class ExpectContinueTests : IDisposable
{
    private readonly CancellationTokenSource _patience = TestTimeout.Source();

    private CancellationToken Stop => _patience.Token;

    public void Dispose() => _patience.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_bodyless_write_leaves_once_when_the_client_expects_continue_by_default(bool resets)
    {
        await using var server = new ClosingServer(Responses.Member, resets);
        await using var provider = Provide(server.Address, static http => http.ConfigureHttpClient(
            static client => client.DefaultRequestHeaders.ExpectContinue = true));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => ActivateAsync(provider));

        Assert.Single(server.Writes);
    }

    [Fact]
    public async Task A_bodyless_write_leaves_once_when_a_users_handler_expects_continue()
    {
        await using var server = new ClosingServer(Responses.Member, resets: false);
        await using var provider = Provide(server.Address, static http => http.AddHttpMessageHandler(static () => new Expecting()));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => ActivateAsync(provider));

        Assert.Single(server.Writes);
    }

    [Fact]
    public async Task A_bodyless_write_leaves_once_when_the_server_does_not_continue()
    {
        await using var server = await LoopbackServer.StartAsync(static context =>
        {
            context.Response.StatusCode = 417;
            return LoopbackServer.RespondAsync(context, "{}");
        });
        await using var provider = Provide(server.Address, static http => http.ConfigureHttpClient(
            static client => client.DefaultRequestHeaders.ExpectContinue = true));

        await Assert.ThrowsAnyAsync<LoyaltyException>(() => ActivateAsync(provider));

        var write = Assert.Single(server.Writes);
        Assert.DoesNotContain("Expect", write.Headers.Keys, StringComparer.OrdinalIgnoreCase);
    }

    private static ServiceProvider Provide(Uri address, Action<IHttpClientBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddVoucherifyLoyalties(options =>
        {
            LoopbackClient.Configure(options, address);
            options.Retry.MaxRetries = 0;
        }));
        return services.BuildServiceProvider();
    }

    private Task<BalanceResult> ActivateAsync(IServiceProvider provider) => provider.GetRequiredService<ILoyaltyClient>()
        .V1.PendingPoints.ActivatePendingPointsAsync("CARD", "lopp_1", cancellationToken: Stop);

    private sealed class Expecting : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.TryAddWithoutValidation("Expect", "100-continue");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
