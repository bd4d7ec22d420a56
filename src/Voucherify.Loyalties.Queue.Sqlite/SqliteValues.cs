using Microsoft.Data.Sqlite;

namespace Voucherify.Loyalties.Queue.Sqlite;

/// <summary>Values of columns. Times are ticks in UTC.</summary>
internal static class SqliteValues
{
    public static void Set(this SqliteCommand command, string name, object? value)
    {
        var stored = value switch
        {
            DateTimeOffset time => time.UtcTicks,
            null => DBNull.Value,
            _ => value,
        };
        if (command.Parameters.Contains(name))
        {
            command.Parameters[name].Value = stored;
        }
        else
        {
            command.Parameters.AddWithValue(name, stored);
        }
    }

    public static string? Text(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? Number(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static DateTimeOffset? Time(this SqliteDataReader reader, int column) =>
        reader.Number(column) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    public static void SetError(this SqliteCommand command, AdjustmentError? error)
    {
        command.Set("$ekind", error?.Kind);
        command.Set("$emessage", error?.Message);
        command.Set("$ekey", error?.Key);
        command.Set("$estatus", error?.Status);
        command.Set("$erequest", error?.RequestId);
    }

    /// <summary>Reads an error from five columns.</summary>
    public static AdjustmentError? Error(this SqliteDataReader reader, int first) => reader.Text(first) is not { } kind
        ? null
        : new AdjustmentError(kind, reader.Text(first + 1) ?? "")
        {
            Key = reader.Text(first + 2),
            Status = (int?)reader.Number(first + 3),
            RequestId = reader.Text(first + 4),
        };
}
