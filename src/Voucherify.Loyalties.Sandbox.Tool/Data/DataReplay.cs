using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Tool.Data;

/// <summary>Repeats what a data file has, at the times at which it happened.</summary>
internal static class DataReplay
{
    public static void Run(SandboxComposition parts, ReplayClock clock, IEnumerable<DataEntry> entries)
    {
        var ahead = TimeSpan.Zero;
        foreach (var entry in entries)
        {
            ahead += entry.Ahead ?? TimeSpan.Zero;
            clock.Show(entry.At - ahead);
            Repeat(parts, entry);
        }

        clock.Release();
    }

    private static void Repeat(SandboxComposition parts, DataEntry entry)
    {
        if (entry.Ahead is { } by)
        {
            parts.Engine.AdvanceClock(by);
        }
        else if (entry.Seed is { } seed)
        {
            SeedLoader.Load(parts, seed);
        }
        else
        {
            var headers = new Dictionary<string, string>(entry.Headers ?? [], StringComparer.OrdinalIgnoreCase);
            var request = new SandboxRequest(entry.Method!, entry.Target!, headers, entry.Body ?? []);
            parts.Engine.Repeat(request, entry.Plan ?? default);
        }
    }
}
