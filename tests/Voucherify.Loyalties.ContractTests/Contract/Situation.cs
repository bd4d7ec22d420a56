using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V1;

namespace Voucherify.Loyalties.ContractTests.Contract;

/// <summary>The state of the host when a test begins. A sandbox is set up accordingly. A stub has only its script.</summary>
public sealed record Situation
{
    /// <summary>The cards. They belong to <see cref="ContractSuite.Campaign"/>.</summary>
    public IReadOnlyList<SandboxCardSeed> Cards { get; init; } = [];

    /// <summary>
    /// Points that were added to the first card, one minute apart from the start of the clock. Their source ids are <c>history-1</c> and so
    /// on.
    /// </summary>
    public IReadOnlyList<long> History { get; init; } = [];

    /// <summary>The calls allowed per minute.</summary>
    public int RateLimit { get; init; } = LoyaltySandboxOptions.DefaultRateLimit;

    /// <summary>How long after its response an adjustment becomes visible.</summary>
    public TimeSpan ApplyLag { get; init; }

    /// <summary>The exchanges of a stub, in this order.</summary>
    public IReadOnlyList<Exchange> Script { get; init; } = [];
}
