using Voucherify.Loyalties.Queue.Tests.PostgreSql;
using Voucherify.Loyalties.Queue.Tests.Rules;

namespace Voucherify.Loyalties.Queue.Tests.Stores;

/// <summary>What follows the restore of a copy, over a PostgreSQL server, whose clock the tests move.</summary>
public sealed class PostgreSqlRestoreTests : RestoreRules
{
    private readonly string _schema = SharedServer.Instance.NewSchema();

    private protected override AdjustmentStore NewStore(TimeProvider time) => PostgreSqlAdjustmentStore.WithClock(_schema, time);
}
