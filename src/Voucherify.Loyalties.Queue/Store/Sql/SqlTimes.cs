using System.Data.Common;

namespace Voucherify.Loyalties.Queue.Store.Sql;

/// <summary>How a database stores times. This is the only thing in which the columns of the stores differ.</summary>
internal abstract class SqlTimes
{
    /// <summary>Converts a time to the value of a parameter.</summary>
    public abstract object ToValue(DateTimeOffset time);

    /// <summary>Reads a column that is not null.</summary>
    public abstract DateTimeOffset Read(DbDataReader reader, int column);
}
