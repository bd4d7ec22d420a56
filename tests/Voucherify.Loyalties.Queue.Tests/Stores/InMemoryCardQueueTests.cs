using Voucherify.Loyalties.Queue.Tests.Rules;

namespace Voucherify.Loyalties.Queue.Tests.Stores;

/// <summary>Adjustments of version 2 over the store in memory.</summary>
public sealed class InMemoryCardQueueTests : CardQueueRules
{
    private protected override AdjustmentStore NewStore(TimeProvider time) => new InMemoryAdjustmentStore(time);
}
