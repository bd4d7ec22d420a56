namespace Voucherify.Loyalties.SimulationTests.Plan;

/// <summary>Seeded randomness, the same on every machine and version of .NET (SplitMix64).</summary>
internal sealed class Dice(long seed)
{
    // Mixed, because the numbers of neighbouring states are the same, one place further.
    private ulong _state = Mix(unchecked((ulong)seed));

    public ulong Next()
    {
        unchecked
        {
            return Mix(_state += 0x9E37_79B9_7F4A_7C15);
        }
    }

    /// <summary>A number from the first to the last, both included.</summary>
    public int From(int first, int last) => first + (int)(Next() % (ulong)(last - first + 1));

    public bool Chance(double probability) => Unit() < probability;

    public double Unit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public T OneOf<T>(params ReadOnlySpan<T> values) => values[From(0, values.Length - 1)];

    /// <summary>A time up to the limit, in whole milliseconds.</summary>
    public TimeSpan UpTo(TimeSpan limit) => TimeSpan.FromMilliseconds(From(0, (int)limit.TotalMilliseconds));

    private static ulong Mix(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
            z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
            return z ^ (z >> 31);
        }
    }
}
