namespace LoyaltyStream;

/// <summary>The section <c>Stream</c> of the configuration.</summary>
public sealed class StreamOptions
{
    /// <summary>The address of the server.</summary>
    public string Url { get; set; } = "nats://127.0.0.1:4222";

    /// <summary>
    /// The number of partitions, each with one item in flight. Never change it while items are open: a card would change its partition.
    /// </summary>
    public int Partitions { get; set; } = 128;

    /// <summary>After this time without a sign of life, the server gives the item to another worker.</summary>
    public TimeSpan AckWait { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long after its claim was written a request may leave.</summary>
    public TimeSpan SendWithin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a worker waits before it repeats what was not sent.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(5);
}
