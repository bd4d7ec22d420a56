using Voucherify.Loyalties.Sandbox.Tool.Data;

namespace Voucherify.Loyalties.Sandbox.Tool;

/// <summary>Composes the sandbox of a command line: with its seed and its faults, or with what its data file has.</summary>
internal sealed class SandboxStart : IDisposable
{
    private readonly LoyaltySandboxOptions _options;
    private readonly ReplayClock _clock;
    private readonly string? _seed;

    public SandboxStart(LoyaltySandboxOptions options, ServedOptions served)
    {
        _options = options;
        _clock = (ReplayClock)options.TimeProvider;
        _seed = served.Seed;
        Data = served.DataFile is null ? null : DataFile.Open(served.DataFile, options);
    }

    /// <summary>Where everything is written down, or null.</summary>
    public DataFile? Data { get; }

    /// <summary>Returns the sandbox after its start. If the data file has something, that counts instead of the seed.</summary>
    public SandboxComposition Begin()
    {
        if (Data?.ReadAll() is not { Count: > 0 } entries)
        {
            return BeginAnew();
        }

        var parts = Compose();
        DataReplay.Run(parts, _clock, entries);
        parts.Engine.WriteTo(Data);
        return parts;
    }

    /// <summary>Returns the sandbox with nothing but its seed.</summary>
    public SandboxComposition BeginAnew()
    {
        Data?.Clear();
        var parts = Compose();
        if (_seed is not null)
        {
            Seed(parts, _seed);
        }

        parts.Engine.WriteTo(Data);
        return parts;
    }

    public SandboxSeedResult Seed(SandboxComposition parts, string json) =>
        SeedLoader.Load(parts, json, now => Data?.Seeded(json, now));

    public void Dispose() => Data?.Dispose();

    private SandboxComposition Compose()
    {
        var parts = new SandboxComposition(_options);
        parts.Engine.Faults = _options.Faults.Copy();
        return parts;
    }
}
