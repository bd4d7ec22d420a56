using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Sockets;

/// <summary>Connections are shared and reused, and replaced after a while, so that DNS changes are seen.</summary>
public sealed class ConnectionPoolTests
{
    private const int Callers = 64;

    /// <summary>
    /// About one connection for each caller. .NET starts to open one for a waiting request, although another one may become free first, so
    /// a busy machine has a few more (66 were seen). Calls that shared no connections would need thousands.
    /// </summary>
    private const int MostConnections = 2 * Callers;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_adjustments_share_the_connections_of_their_callers()
    {
        await using var server = await LoopbackServer.RespondingAsync(Responses.Balance());
        await using var provider = Provide(server.Address, out _);

        var client = provider.GetRequiredService<ILoyaltyClient>();
        var calls = await CallAsync(20_000, (card, number) => client.V1.Members.AdjustBalanceAsync(
            card, new() { Points = 100, SourceId = $"order-{number}" }, cancellationToken: Stop));

        Assert.Equal(20_000, calls);
        Assert.Equal(20_000, server.Writes.Count);
        Assert.InRange(server.Connections, 1, MostConnections);
    }

    [Fact]
    public async Task Reads_of_a_client_without_a_container_share_connections()
    {
        await using var server = await LoopbackServer.RespondingAsync(Responses.Member);
        using var client = LoopbackClient.For(server.Address).Build();

        var calls = await CallAsync(5_000, (card, _) => client.V1.Members.GetMemberAsync(card, cancellationToken: Stop));

        Assert.Equal(calls, server.Requests.Count);
        Assert.InRange(server.Connections, 1, MostConnections);
    }

    [Fact]
    public async Task A_connection_is_reused_after_an_error_response()
    {
        await using var server = await LoopbackServer.StartAsync(static context =>
        {
            context.Response.StatusCode = 404;
            return LoopbackServer.RespondAsync(context, """{"code":404,"key":"not_found","message":"Resource not found"}""");
        });
        using var client = LoopbackClient.For(server.Address).Build();

        for (var call = 0; call < 100; call++)
        {
            await Assert.ThrowsAsync<LoyaltyApiException>(() => client.V1.Members.GetMemberAsync("CARD", cancellationToken: Stop));
        }

        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_registered_client_keeps_one_pipeline_for_its_lifetime()
    {
        await using var server = await LoopbackServer.RespondingAsync(Responses.Member);
        await using var provider = Provide(server.Address, out var primaries);

        for (var scope = 0; scope < 100; scope++)
        {
            using var services = provider.CreateScope();
            await services.ServiceProvider.GetRequiredService<ILoyaltyClient>().V1.Members.GetMemberAsync("CARD", cancellationToken: Stop);
        }

        Assert.Single(primaries);
        Assert.Equal(1, server.Connections);
    }

    [Fact]
    public async Task A_connection_is_replaced_after_its_lifetime()
    {
        await using var server = await LoopbackServer.RespondingAsync(Responses.Member);
        await using var provider = Provide(server.Address, out var primaries);
        var client = provider.GetRequiredService<ILoyaltyClient>();
        Assert.Single(primaries).PooledConnectionLifetime = TimeSpan.FromMilliseconds(50);

        using var patience = TestTimeout.Source();
        while (server.Connections < 3)
        {
            await client.V1.Members.GetMemberAsync("CARD", cancellationToken: patience.Token);
        }

        Assert.Single(primaries);
    }

    /// <summary>Returns a container with a client, and the primary handlers that were created for it.</summary>
    private static ServiceProvider Provide(Uri address, out List<SocketsHttpHandler> primaries)
    {
        var services = new ServiceCollection();
        var made = primaries = [];
        services.AddVoucherifyLoyalties(options => LoopbackClient.Configure(options, address))
            .ConfigurePrimaryHttpMessageHandler((handler, _) => made.Add((SocketsHttpHandler)handler));
        return services.BuildServiceProvider();
    }

    /// <summary>Makes calls from many callers, each for its own card.</summary>
    private static async Task<int> CallAsync(int calls, Func<string, int, Task> call)
    {
        var number = 0;
        var made = 0;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(async () =>
        {
            var card = string.Create(CultureInfo.InvariantCulture, $"CARD-{caller}");
            for (var mine = Interlocked.Increment(ref number); mine <= calls; mine = Interlocked.Increment(ref number))
            {
                await call(card, mine);
                Interlocked.Increment(ref made);
            }
        })));
        return made;
    }
}
