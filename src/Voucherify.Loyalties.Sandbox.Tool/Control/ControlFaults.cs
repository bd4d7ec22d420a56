namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>How the sandbox misbehaves, and how often it did. Faults with 0 are left out.</summary>
internal sealed record ControlFaults(
    IReadOnlyDictionary<string, double> Probabilities, int Seed, IReadOnlyDictionary<string, int> Counts);
