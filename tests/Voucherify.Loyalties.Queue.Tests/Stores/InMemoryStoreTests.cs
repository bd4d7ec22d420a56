using Voucherify.Loyalties.Queue.Tests.Rules;

namespace Voucherify.Loyalties.Queue.Tests.Stores;

/// <summary>The rules over the store in memory.</summary>
public sealed class InMemoryStoreTests : QueueRules
{
    private protected override AdjustmentStore NewStore(TimeProvider time) => new InMemoryAdjustmentStore(time);
}
