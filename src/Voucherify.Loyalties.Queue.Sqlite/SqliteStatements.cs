using Microsoft.Data.Sqlite;

namespace Voucherify.Loyalties.Queue.Sqlite;

/// <summary>The prepared statements of a connection.</summary>
internal sealed class SqliteStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    /// <summary>The transaction in which the statements run.</summary>
    public SqliteTransaction? Transaction { get; set; }

    /// <summary>Returns a statement with its values.</summary>
    public SqliteCommand Get(string sql, params (string Name, object? Value)[] values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            _commands.Add(sql, command);
        }

        command.Transaction = Transaction;
        foreach (var (name, value) in values)
        {
            command.Set(name, value);
        }

        return command;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }
    }
}
