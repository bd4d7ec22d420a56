using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.Queue.Store.Sql;

namespace Voucherify.Loyalties.Queue.Sqlite;

/// <summary>The rows of a SQLite database, inside one transaction.</summary>
internal sealed class SqliteRows(SqliteStatements statements, StoreClock clock) : SqlRows(statements)
{
    public override DateTimeOffset Now => clock.Now;
}
