namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>How the sandbox is to misbehave. What a request leaves out has its default.</summary>
internal sealed record FaultSettings
{
    // Settable, because the source generator would overwrite the defaults of init-only properties.

    /// <summary>The probabilities, from 0 to 1, by the names of the faults.</summary>
    public IReadOnlyDictionary<string, double> Probabilities { get; set; } = new Dictionary<string, double>(StringComparer.Ordinal);

    public int Seed { get; set; } = 1;
}
