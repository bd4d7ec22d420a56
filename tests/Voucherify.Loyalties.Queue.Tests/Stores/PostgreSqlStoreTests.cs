using Voucherify.Loyalties.Queue.Tests.PostgreSql;
using Voucherify.Loyalties.Queue.Tests.Rules;

namespace Voucherify.Loyalties.Queue.Tests.Stores;

/// <summary>The rules over a PostgreSQL server, whose clock the tests move.</summary>
public sealed class PostgreSqlStoreTests : QueueRules
{
    private readonly string _schema = SharedServer.Instance.NewSchema();

    private protected override AdjustmentStore NewStore(TimeProvider time) => PostgreSqlAdjustmentStore.WithClock(_schema, time);
}
