using System.Globalization;
using LoyaltySending;
using LoyaltyStream;
using NATS.Client.Core;
using NATS.Client.JetStream.Models;
using NATS.Net;
using Voucherify.Loyalties.EngineTests.Support;

namespace Voucherify.Loyalties.EngineTests.Stream;

/// <summary>Two workers of the sample on one stream, while items are published.</summary>
internal sealed class StreamRun : IAsyncDisposable
{
    private const int Cards = 12;

    private readonly CancellationTokenSource _end = new();
    private readonly int _itemsPerCard;
    private readonly NatsServer _server;
    private readonly NatsClient _nats;
    private readonly PointsPartitions _partitions;
    private readonly Task _publishing;

    private StreamRun(EngineService service, NatsServer server, int itemsPerCard, TimeSpan pace)
    {
        (Service, _server, _itemsPerCard) = (service, server, itemsPerCard);
        _nats = new NatsClient(server.Url);
        var jetStream = _nats.CreateJetStreamContext();
        _partitions = new PointsPartitions(jetStream, _nats.CreateKeyValueStoreContext(), Options);
        Workers = new EngineWorkers("LoyaltyStream.dll", _ =>
        [
            .. service.Settings,
            new("Stream__Url", server.Url),
            new("Stream__Partitions", Options.Partitions.ToString(CultureInfo.InvariantCulture)),
            new("Stream__AckWait", Options.AckWait.ToString()),
            new("Stream__SendWithin", Options.SendWithin.ToString()),
            new("Stream__RetryDelay", Options.RetryDelay.ToString()),
        ]);
        Workers.Start();
        _publishing = PublishAsync(pace, _end.Token);
    }

    public static StreamOptions Options { get; } = new()
    {
        Partitions = 6,
        AckWait = TimeSpan.FromSeconds(3),
        SendWithin = EngineService.SendWithin,
        RetryDelay = TimeSpan.FromSeconds(0.5),
    };

    public EngineService Service { get; }

    public EngineWorkers Workers { get; }

    /// <summary>Starts everything.</summary>
    /// <param name="itemsPerCard">The number of items of a card.</param>
    /// <param name="pace">The time between two items of a card.</param>
    /// <param name="cancellationToken">The token of the test.</param>
    public static async Task<StreamRun> StartAsync(int itemsPerCard, TimeSpan pace, CancellationToken cancellationToken) => new(
        await EngineService.StartAsync(Cards, cancellationToken), await NatsServer.StartAsync(cancellationToken), itemsPerCard, pace);

    /// <summary>Deletes all claims, so that the workers do not know what was sent.</summary>
    public async Task ForgetClaimsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _nats.CreateJetStreamContext().PurgeStreamAsync(
                "KV_" + PointsPartitions.Bucket, new StreamPurgeRequest(), cancellationToken);
        }
        catch (NatsException)
        {
            // No worker has created the bucket so far.
        }
    }

    /// <summary>Waits until every item was acknowledged.</summary>
    public async Task<MachinesVerdict> FinishAsync(CancellationToken cancellationToken)
    {
        await _publishing;
        var jetStream = _nats.CreateJetStreamContext();
        while ((await jetStream.GetStreamAsync(PointsPartitions.Name, cancellationToken: cancellationToken)).Info.State.Messages > 0)
        {
            await Task.Delay(200, cancellationToken);
        }

        return await Service.FinishAsync(_itemsPerCard, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAny(_publishing);
        Workers.Dispose();
        await _nats.DisposeAsync();
        await Service.DisposeAsync();
        _server.Dispose();
        _end.Dispose();
    }

    private async Task PublishAsync(TimeSpan pace, CancellationToken cancellationToken)
    {
        await _partitions.CreateAsync(cancellationToken);
        for (var points = 1; points <= _itemsPerCard; points++)
        {
            foreach (var card in Service.Cards)
            {
                await _partitions.PublishAsync(new PointsItem(card, points, $"{card}-{points}"), cancellationToken);
            }

            await Task.Delay(pace, cancellationToken);
        }
    }
}
