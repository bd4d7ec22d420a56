using Voucherify.Loyalties.Queue.Tests.Rules;

namespace Voucherify.Loyalties.Queue.Tests.Stores;

/// <summary>Several workers over the store in memory.</summary>
public sealed class InMemoryManyWorkersTests : ManyWorkersRules
{
    private protected override AdjustmentStore NewStore(TimeProvider time) => new InMemoryAdjustmentStore(time) { IsShared = true };
}
