using System.Globalization;
using LoyaltyGrains;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using StackExchange.Redis;
using Voucherify.Loyalties.EngineTests.Support;

namespace Voucherify.Loyalties.EngineTests.Grains;

/// <summary>Two silos of the sample, while items are enqueued.</summary>
internal sealed class GrainsRun : IAsyncDisposable
{
    private const int Cards = 12;

    private readonly CancellationTokenSource _end = new();
    private readonly int _itemsPerCard;
    private readonly RedisServer _server;
    private readonly ConnectionMultiplexer _redis;
    private readonly IHost _client;
    private readonly Task _enqueueing;

    private GrainsRun(EngineService service, RedisServer server, ConnectionMultiplexer redis, int itemsPerCard, TimeSpan pace)
    {
        (Service, _server, _redis, _itemsPerCard) = (service, server, redis, itemsPerCard);
        var ports = Enumerable.Range(0, 4).Select(static _ => ServerPrograms.FreePort().ToString(CultureInfo.InvariantCulture)).ToArray();
        Workers = new EngineWorkers("LoyaltyGrains.dll", place =>
        [
            .. service.Settings,
            new("Grains__Redis", server.Address),
            new("Grains__SiloPort", ports[place]),
            new("Grains__GatewayPort", ports[place + 2]),
            new("Grains__SendWithin", EngineService.SendWithin.ToString()),
            new("Grains__LookPeriod", "00:00:00.5"),
            new("Grains__RetryDelay", "00:00:00.5"),
            new("Grains__WakePeriod", "00:00:02"),
            new("Reminders__MinimumReminderPeriod", "00:00:01"),
            new("Membership__ProbeTimeout", "00:00:02"),
            new("Membership__NumMissedProbesLimit", "2"),
            new("Membership__NumVotesForDeathDeclaration", "1"),
            new("Membership__IAmAliveTablePublishTimeout", "00:00:01"),
            new("Membership__TableRefreshTimeout", "00:00:01"),
        ]);
        Workers.Start();
        _client = NewClient();
        _enqueueing = EnqueueAsync(pace, _end.Token);
    }

    public EngineService Service { get; }

    public EngineWorkers Workers { get; }

    /// <summary>Starts everything.</summary>
    /// <param name="itemsPerCard">The number of items of a card.</param>
    /// <param name="pace">The time between two items of a card.</param>
    /// <param name="cancellationToken">The token of the test.</param>
    public static async Task<GrainsRun> StartAsync(int itemsPerCard, TimeSpan pace, CancellationToken cancellationToken)
    {
        var (server, redis) = await RedisServer.StartAsync();
        return new(await EngineService.StartAsync(Cards, cancellationToken), server, redis, itemsPerCard, pace);
    }

    /// <summary>Changes all claims, so that the next silo does not know what was sent.</summary>
    public async Task ForgetClaimsAsync()
    {
        var database = _redis.GetDatabase();
        await foreach (var key in _redis.GetServers()[0].KeysAsync(pattern: "*card*"))
        {
            if (await database.KeyTypeAsync(key) == RedisType.Hash && (string?)await database.HashGetAsync(key, "data") is { } data)
            {
                await database.HashSetAsync(key, "data", data.Replace(
                    "\"IsClaimed\":true", "\"IsClaimed\":false", StringComparison.Ordinal));
            }
        }
    }

    /// <summary>Waits until every item was settled.</summary>
    public async Task<MachinesVerdict> FinishAsync(CancellationToken cancellationToken)
    {
        await _enqueueing;
        foreach (var card in Service.Cards)
        {
            while (await RepeatAsync(card, static grain => grain.CountOpenAsync(), cancellationToken) > 0)
            {
                await Task.Delay(200, cancellationToken);
            }
        }

        return await Service.FinishAsync(_itemsPerCard, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAny(_enqueueing);
        await _client.StopAsync();
        _client.Dispose();
        Workers.Dispose();
        await Service.DisposeAsync();
        await _redis.DisposeAsync();
        _server.Dispose();
        _end.Dispose();
    }

    private IHost NewClient()
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleansClient(client => client
            .Configure<ClusterOptions>(static cluster => cluster.ClusterId = cluster.ServiceId = "loyalty")
            .Configure<GatewayOptions>(static gateway => gateway.GatewayListRefreshPeriod = TimeSpan.FromSeconds(1))
            .Configure<ClientMessagingOptions>(static messages => messages.ResponseTimeout = TimeSpan.FromSeconds(5))
            .UseConnectionRetryFilter(static async (_, token) =>
            {
                await Task.Delay(200, token);
                return true;
            })
            .UseRedisClustering(_server.Address));
        return builder.Build();
    }

    private async Task EnqueueAsync(TimeSpan pace, CancellationToken cancellationToken)
    {
        await _client.StartAsync(cancellationToken);
        await Task.WhenAll(Service.Cards.Select(async card =>
        {
            for (var points = 1; points <= _itemsPerCard; points++)
            {
                var number = points;
                await RepeatAsync(card, Enqueue, cancellationToken);
                await Task.Delay(pace, cancellationToken);

                async Task<int> Enqueue(ICardGrain grain)
                {
                    await grain.EnqueueAsync(number, $"{card}-{number}");
                    return number;
                }
            }
        }));
    }

    // A silo may just have ended.
    private async Task<T> RepeatAsync<T>(string card, Func<ICardGrain, Task<T>> callAsync, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await callAsync(_client.Services.GetRequiredService<IClusterClient>().GetGrain<ICardGrain>(card));
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                await Task.Delay(200, cancellationToken);
            }
        }
    }
}
