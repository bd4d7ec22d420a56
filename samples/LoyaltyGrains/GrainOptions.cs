namespace LoyaltyGrains;

/// <summary>The section <c>Grains</c> of the configuration.</summary>
public sealed class GrainOptions
{
    /// <summary>The Redis server, which has the members of the cluster, the cards and the reminders.</summary>
    public string Redis { get; set; } = "127.0.0.1:6379";

    /// <summary>The port for other silos.</summary>
    public int SiloPort { get; set; } = 11111;

    /// <summary>The port for clients.</summary>
    public int GatewayPort { get; set; } = 30000;

    /// <summary>How long after its claim was written a request may leave.</summary>
    public TimeSpan SendWithin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a card looks for an item that may have been sent, after the first time.</summary>
    public TimeSpan LookPeriod { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a card waits before it looks for an item for the first time, or repeats what was not sent.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How often a card with open items is woken, if its silo has ended.</summary>
    public TimeSpan WakePeriod { get; set; } = TimeSpan.FromMinutes(1);
}
