using Voucherify.Loyalties.Queue.Tests.Rules;

namespace Voucherify.Loyalties.Queue.Tests.Stores;

/// <summary>Restores of a copy, over the store in memory.</summary>
public sealed class InMemoryRestoreTests : RestoreRules
{
    private protected override AdjustmentStore NewStore(TimeProvider time) => new InMemoryAdjustmentStore(time);
}
