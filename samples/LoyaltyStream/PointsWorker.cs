using LoyaltySending;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NATS.Client.Core;
using NATS.Client.JetStream;
using NATS.Client.KeyValueStore;

namespace LoyaltyStream;

/// <summary>
/// Sends the items of all partitions. Any number of workers may run. The server gives an item to another worker if this one falls silent,
/// but that alone does not keep a frozen worker from sending. So each item has a claim in the bucket, written before its request leaves:
/// a write with an old revision fails, and a request with an old claim is not sent.
/// </summary>
/// <param name="partitions">The stream.</param>
/// <param name="sender">Sends the items.</param>
/// <param name="options">The options.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">The log. It names no card.</param>
internal sealed partial class PointsWorker(
    PointsPartitions partitions, PointsSender sender, StreamOptions options, TimeProvider clock, ILogger<PointsWorker> log)
    : BackgroundService
{
    private const string Sending = "sending";
    private const string Done = "done";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await partitions.CreateAsync(stoppingToken);
        var claims = await partitions.OpenClaimsAsync(stoppingToken);
        await Task.WhenAll(Enumerable.Range(0, options.Partitions).Select(async partition =>
            await WorkAsync(await partitions.OpenAsync(partition, stoppingToken), claims, stoppingToken)));
    }

    private async Task WorkAsync(INatsJSConsumer consumer, INatsKVStore claims, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                if (await consumer.NextAsync<PointsItem>(cancellationToken: stopping) is { } message)
                {
                    await HandleAsync(message, claims, stopping);
                }
            }
            catch (Exception error) when (error is NatsException or TimeoutException)
            {
                // The server is away, or another worker has the item. It comes again after AckWait.
                LogLeft(error);
                await Task.Delay(options.RetryDelay, clock, stopping);
            }
        }
    }

    private async Task HandleAsync(INatsJSMsg<PointsItem> message, INatsKVStore claims, CancellationToken stopping)
    {
        if (message.Data is not { } item)
        {
            LogDeadLetter(message.Subject, "NoItem");
            await message.AckTerminateAsync(cancellationToken: stopping);
            return;
        }

        var key = PointsPartitions.KeyOf(item);
        var known = await claims.TryGetEntryAsync<string>(key, cancellationToken: stopping);
        if (known is { Success: true, Value.Value: Done })
        {
            await message.AckAsync(cancellationToken: stopping);
            return;
        }

        var (result, revision) = await SettleAsync(message, item, claims, known.Success ? known.Value.Revision : 0, stopping);
        await claims.UpdateAsync(key, Done, revision, cancellationToken: stopping);
        if (result.Kind == SendKind.Applied)
        {
            await message.AckAsync(cancellationToken: stopping);
            return;
        }

        LogDeadLetter(key, result.Error!.GetType().Name);
        await message.AckTerminateAsync(cancellationToken: stopping);
    }

    private async Task<(SendResult Result, ulong Revision)> SettleAsync(
        INatsJSMsg<PointsItem> message, PointsItem item, INatsKVStore claims, ulong revision, CancellationToken stopping)
    {
        var key = PointsPartitions.KeyOf(item);

        // Null if it was never sent. The worker that has claimed it may still be about to send, so the whole window counts from now.
        TimeSpan? window = revision == 0 ? null : sender.Window;
        while (true)
        {
            var claimedAt = clock.GetTimestamp();
            var mine = revision = revision == 0
                ? await claims.CreateAsync(key, Sending, cancellationToken: stopping)
                : await claims.UpdateAsync(key, Sending, revision, cancellationToken: stopping);
            var result = window > TimeSpan.Zero
                ? await WaitAsync(message, item, window.Value, stopping)
                : await sender.SendAsync(item, claimedAt, window is not null, IsOwnerAsync);
            if (result.Kind is SendKind.Applied or SendKind.Refused)
            {
                return (result, revision);
            }

            window = result.Kind == SendKind.Unknown ? result.WindowLeft : window is null ? null : TimeSpan.Zero;
            if (result.Error is { } error)
            {
                LogNotSettled(error.GetType().Name);
                await WaitAsync(message, item: null, options.RetryDelay, stopping);
            }

            async ValueTask<bool> IsOwnerAsync(CancellationToken token) =>
                (await claims.GetEntryAsync<string>(key, cancellationToken: token)).Revision == mine;
        }
    }

    // Looks for the item until its time is over, and tells the server that this worker is alive.
    private async Task<SendResult> WaitAsync(
        INatsJSMsg<PointsItem> message, PointsItem? item, TimeSpan time, CancellationToken stopping)
    {
        var start = clock.GetTimestamp();
        while (time - clock.GetElapsedTime(start) is var left && left > TimeSpan.Zero)
        {
            if (item is not null && await sender.IsFoundAsync(item))
            {
                return new(SendKind.Applied);
            }

            await Task.Delay(left < options.AckWait / 3 ? left : options.AckWait / 3, clock, stopping);
            await message.AckProgressAsync(cancellationToken: stopping);
        }

        return new(SendKind.NotSent);
    }

    [LoggerMessage(1, LogLevel.Error, "The item {Key} is a dead letter: {Error}.")]
    private partial void LogDeadLetter(string key, string error);

    [LoggerMessage(2, LogLevel.Warning, "An item is not settled, and is tried again: {Error}.")]
    private partial void LogNotSettled(string error);

    [LoggerMessage(3, LogLevel.Warning, "An item is left to its next delivery.")]
    private partial void LogLeft(Exception error);
}
