using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>What the control API needs of a sandbox.</summary>
internal interface IControlledSandbox
{
    SandboxV1 V1 { get; }

    SandboxV2 V2 { get; }

    IReadOnlyList<SandboxJournalEntry> Journal { get; }

    IReadOnlyDictionary<string, int> Requests { get; }

    SandboxFaults Faults { get; set; }

    /// <summary>The time by the sandbox's clock.</summary>
    DateTimeOffset Now { get; }

    DateTimeOffset AdvanceClock(TimeSpan by);

    SandboxSeedResult Seed(string json);

    /// <summary>Makes it as it was right after its start.</summary>
    void Reset();
}
