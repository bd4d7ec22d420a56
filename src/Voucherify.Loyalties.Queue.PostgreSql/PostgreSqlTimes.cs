using System.Data.Common;
using Voucherify.Loyalties.Queue.Store.Sql;

namespace Voucherify.Loyalties.Queue.PostgreSql;

/// <summary>Times are <c>timestamptz</c>. The driver maps the first moment of .NET to minus infinity.</summary>
internal sealed class PostgreSqlTimes : SqlTimes
{
    public override object ToValue(DateTimeOffset time) => time.UtcDateTime;

    public override DateTimeOffset Read(DbDataReader reader, int column) =>
        new(DateTime.SpecifyKind(reader.GetDateTime(column), DateTimeKind.Utc));
}
