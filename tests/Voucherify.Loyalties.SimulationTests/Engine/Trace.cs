using System.Globalization;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>The events of a history, one line each.</summary>
internal sealed class Trace(VirtualClock clock)
{
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines => _lines;

    public void Add(string text) => _lines.Add(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalSeconds,12:f7} {text}"));
}
