using Voucherify.Loyalties.Queue.Tests.Rules;
using Voucherify.Loyalties.Queue.Tests.Support;

namespace Voucherify.Loyalties.Queue.Tests.Stores;

/// <summary>Restores of a copy, over a SQLite file.</summary>
public sealed class SqliteRestoreTests : RestoreRules
{
    private readonly TemporaryFolder _folder = new();

    private protected override AdjustmentStore NewStore(TimeProvider time) => new SqliteAdjustmentStore(_folder.File("queue.db"), time);

    public override void Dispose()
    {
        _folder.Dispose();
        base.Dispose();
    }
}
