using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V1;

namespace Voucherify.Loyalties.ContractTests.Contract;

/// <summary>What there is before a test begins. A sandbox makes it so; a stub has just its script.</summary>
public sealed record Situation
{
    /// <summary>The cards. They belong to <see cref="ContractSuite.Campaign"/>.</summary>
    public IReadOnlyList<SandboxCardSeed> Cards { get; init; } = [];

    /// <summary>Points that were added to the first card, a minute after each other, from the start of the clock on. Their source ids are <c>history-1</c> and so on.</summary>
    public IReadOnlyList<long> History { get; init; } = [];

    /// <summary>Calls a minute.</summary>
    public int RateLimit { get; init; } = LoyaltySandboxOptions.DefaultRateLimit;

    /// <summary>How long after its answer an adjustment shows.</summary>
    public TimeSpan ApplyLag { get; init; }

    /// <summary>What a stub answers, in this order.</summary>
    public IReadOnlyList<Exchange> Script { get; init; } = [];
}
