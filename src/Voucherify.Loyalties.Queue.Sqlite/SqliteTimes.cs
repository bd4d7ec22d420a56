using System.Data.Common;
using Voucherify.Loyalties.Queue.Store.Sql;

namespace Voucherify.Loyalties.Queue.Sqlite;

/// <summary>SQLite has no type for times: they are ticks in UTC.</summary>
internal sealed class SqliteTimes : SqlTimes
{
    public override object ToValue(DateTimeOffset time) => time.UtcTicks;

    public override DateTimeOffset Read(DbDataReader reader, int column) => new(reader.GetInt64(column), TimeSpan.Zero);
}
