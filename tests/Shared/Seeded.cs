using CsCheck;

namespace Voucherify.Loyalties.TestSupport;

/// <summary>Cases of a CsCheck generator that are the same in every run.</summary>
internal static class Seeded
{
    public static IEnumerable<T> Cases<T>(this IGen<T> gen, uint seed, int count)
    {
        var chance = new PCG(stream: seed, seed: 0x5eed);
        for (var i = 0; i < count; i++)
        {
            yield return gen.Generate(chance, min: null!, out _);
        }
    }
}
