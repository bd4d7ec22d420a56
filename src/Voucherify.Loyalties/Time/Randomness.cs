using System.Globalization;

namespace Voucherify.Loyalties.Time;

/// <summary>The client's only source of chance: jitter and generated ids. Tests put a seeded one in its place.</summary>
internal sealed class Randomness(Func<double> nextDouble, Func<string> newSourceId)
{
    /// <summary>Not repeatable, for everybody but tests.</summary>
    public static Randomness Shared { get; } = new(Random.Shared.NextDouble, static () => Guid.NewGuid().ToString("N"));

    public Func<double> NextDouble { get; } = nextDouble;

    /// <summary>Makes an id under which a change can be found again; 32 hexadecimal digits.</summary>
    public Func<string> NewSourceId { get; } = newSourceId;

    /// <summary>The same sequence for the same seed.</summary>
    public static Randomness Seeded(int seed)
    {
        var random = new Random(seed);
        return new(
            random.NextDouble,
            () => string.Create(CultureInfo.InvariantCulture, $"{random.NextInt64():x16}{random.NextInt64():x16}"));
    }
}
