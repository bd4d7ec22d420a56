namespace Voucherify.Loyalties.Benchmarks.Work;

/// <summary>Rounds in which everybody has one turn, so that a slow moment of the machine meets all alike.</summary>
internal static class InterleavedRounds
{
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<T>>> RunAsync<T>(int rounds, IEnumerable<string> names, Func<string, Task<T>> measure)
    {
        var results = names.ToDictionary(static name => name, static _ => new List<T>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (name, list) in results)
            {
                list.Add(await measure(name));
            }
        }

        return results.ToDictionary(static pair => pair.Key, static pair => (IReadOnlyList<T>)pair.Value);
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
