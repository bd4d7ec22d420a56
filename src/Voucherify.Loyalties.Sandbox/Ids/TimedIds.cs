using System.Globalization;

namespace Voucherify.Loyalties.Sandbox.Ids;

/// <summary>
/// Generates the ids of the v2 API: a prefix and 18 hexadecimal digits that rise with the clock. The digits are the milliseconds since
/// 4 May 2016, shifted by 30 bits that are random (observed in the vendor's examples, undocumented). Each prefix has a sequence of its own.
/// </summary>
internal sealed class TimedIds(int seed)
{
    private const int RandomBits = 30;

    private static readonly DateTimeOffset Epoch = new(2016, 5, 4, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, Sequence> _sequences = new(StringComparer.Ordinal);

    /// <summary>Returns the next id with the prefix. It is greater than every earlier one with that prefix.</summary>
    public string Next(string prefix, DateTimeOffset now)
    {
        if (!_sequences.TryGetValue(prefix, out var sequence))
        {
            _sequences.Add(prefix, sequence = new Sequence(seed ^ Hash(prefix)));
        }

        // A clock may show a time before the epoch. Its ids still rise.
        return prefix + sequence.Next((UInt128)Math.Max(0, (long)(now - Epoch).TotalMilliseconds) << RandomBits);
    }

    // The same in every process, unlike the hash of a string.
    private static int Hash(string value) => value.Aggregate(17, static (hash, character) => unchecked((hash * 31) + character));

    private sealed class Sequence(int seed)
    {
        private readonly Random _random = new(seed);
        private UInt128 _last;

        public string Next(UInt128 time)
        {
#pragma warning disable CA5394 // The ids must be predictable: that is what the seed is for.
            var next = time + (UInt128)_random.Next(1 << RandomBits);
            _last = next > _last ? next : _last + 1 + (UInt128)_random.Next(1 << 10);
#pragma warning restore CA5394
            return _last.ToString("x18", CultureInfo.InvariantCulture);
        }
    }
}
