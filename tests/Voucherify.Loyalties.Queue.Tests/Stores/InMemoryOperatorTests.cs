using Voucherify.Loyalties.Queue.Tests.Rules;

namespace Voucherify.Loyalties.Queue.Tests.Stores;

/// <summary>What operators do, over the store in memory.</summary>
public sealed class InMemoryOperatorTests : OperatorRules
{
    private protected override AdjustmentStore NewStore(TimeProvider time) => new InMemoryAdjustmentStore(time);
}
