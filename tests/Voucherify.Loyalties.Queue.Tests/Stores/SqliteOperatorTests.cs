using Voucherify.Loyalties.Queue.Tests.Rules;
using Voucherify.Loyalties.Queue.Tests.Support;

namespace Voucherify.Loyalties.Queue.Tests.Stores;

/// <summary>What operators do, over a SQLite file.</summary>
public sealed class SqliteOperatorTests : OperatorRules
{
    private readonly TemporaryFolder _folder = new();

    private protected override AdjustmentStore NewStore(TimeProvider time) => new SqliteAdjustmentStore(_folder.File("queue.db"), time);

    public override void Dispose()
    {
        _folder.Dispose();
        base.Dispose();
    }
}
