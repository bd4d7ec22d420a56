using System.Globalization;

namespace Voucherify.Loyalties.Time;

/// <summary>The client's only source of randomness, for jitter and generated ids. Tests replace it with a seeded one.</summary>
internal sealed class Randomness(Func<double> nextDouble, Func<string> newSourceId)
{
    /// <summary>The source for everything except tests; its sequence cannot be repeated.</summary>
    public static Randomness Shared { get; } = new(Random.Shared.NextDouble, static () => Guid.NewGuid().ToString("N"));

    public Func<double> NextDouble { get; } = nextDouble;

    /// <summary>Creates an id under which a write can be found again; 32 hexadecimal digits.</summary>
    public Func<string> NewSourceId { get; } = newSourceId;

    /// <summary>Creates a source that gives the same sequence for the same seed.</summary>
    public static Randomness Seeded(int seed)
    {
        var random = new Random(seed);
        return new(
            random.NextDouble,
            () => string.Create(CultureInfo.InvariantCulture, $"{random.NextInt64():x16}{random.NextInt64():x16}"));
    }
}
