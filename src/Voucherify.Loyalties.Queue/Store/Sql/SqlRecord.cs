using System.Data.Common;

namespace Voucherify.Loyalties.Queue.Store.Sql;

/// <summary>The columns of the record that a reader stands on.</summary>
internal readonly struct SqlRecord(DbDataReader reader, SqlTimes times)
{
    public bool IsNull(int column) => reader.IsDBNull(column);

    public string RequiredText(int column) => reader.GetString(column);

    public string? Text(int column) => IsNull(column) ? null : reader.GetString(column);

    public long RequiredNumber(int column) => reader.GetInt64(column);

    public long? Number(int column) => IsNull(column) ? null : reader.GetInt64(column);

    public DateTimeOffset? Time(int column) => IsNull(column) ? null : times.Read(reader, column);

    /// <summary>Reads an error from five columns.</summary>
    public AdjustmentError? Error(int first) => Text(first) is not { } kind
        ? null
        : new AdjustmentError(kind, Text(first + 1) ?? "")
        {
            Key = Text(first + 2),
            Status = (int?)Number(first + 3),
            RequestId = Text(first + 4),
        };
}
