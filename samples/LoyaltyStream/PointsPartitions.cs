using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using LoyaltySending;
using NATS.Client.JetStream;
using NATS.Client.JetStream.Models;
using NATS.Client.KeyValueStore;

namespace LoyaltyStream;

/// <summary>The stream of items, with a subject and a consumer for each partition, and the bucket of claims.</summary>
/// <param name="jetStream">The server.</param>
/// <param name="buckets">The buckets of the server.</param>
/// <param name="options">The options.</param>
public sealed class PointsPartitions(INatsJSContext jetStream, INatsKVContext buckets, StreamOptions options)
{
    /// <summary>The name of the stream.</summary>
    public const string Name = "points";

    /// <summary>The name of the bucket.</summary>
    public const string Bucket = "points-claims";

    /// <summary>Creates the stream, or leaves it as it is.</summary>
    public async Task CreateAsync(CancellationToken cancellationToken) => await jetStream.CreateOrUpdateStreamAsync(
        new StreamConfig(Name, [$"{Name}.*"]) { Retention = StreamConfigRetention.Workqueue }, cancellationToken);

    /// <summary>
    /// Publishes an item. It is stored when this returns. Repeat it until it does, and wait for it before you publish the next item of the
    /// card: that is the order.
    /// </summary>
    public async Task PublishAsync(PointsItem item, CancellationToken cancellationToken)
    {
        var ack = await jetStream.PublishAsync(
            Subject(PartitionOf(item)), item, opts: new NatsJSPubOpts { MsgId = KeyOf(item) }, cancellationToken: cancellationToken);
        ack.EnsureSuccess();
    }

    /// <summary>Opens the bucket of claims. A claim is kept for ever: without it, an item that comes again would be sent again.</summary>
    public async Task<INatsKVStore> OpenClaimsAsync(CancellationToken cancellationToken) =>
        await buckets.CreateOrUpdateStoreAsync(new NatsKVConfig(Bucket), cancellationToken);

    /// <summary>
    /// Opens the consumer of a partition. All workers share it, and it gives out one item at a time: the next one only after the last one
    /// was acknowledged.
    /// </summary>
    public async Task<INatsJSConsumer> OpenAsync(int partition, CancellationToken cancellationToken)
    {
        var consumer = new ConsumerConfig($"partition-{partition}")
        {
            FilterSubject = Subject(partition),
            AckPolicy = ConsumerConfigAckPolicy.Explicit,
            AckWait = options.AckWait,
            MaxAckPending = 1,
            MaxDeliver = -1,
        };
        return await jetStream.CreateOrUpdateConsumerAsync(Name, consumer, cancellationToken);
    }

    /// <summary>The key of an item's claim, which names neither the card nor the order.</summary>
    public static string KeyOf(PointsItem item) => Convert.ToHexStringLower(Hash($"{item.Card}\n{item.SourceId}"));

    // string.GetHashCode differs from process to process.
    private int PartitionOf(PointsItem item) => (int)(BinaryPrimitives.ReadUInt32BigEndian(Hash(item.Card)) % (uint)options.Partitions);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static string Subject(int partition) => $"{Name}.{partition}";
}
