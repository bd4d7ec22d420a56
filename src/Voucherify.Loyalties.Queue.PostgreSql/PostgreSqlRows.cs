using Voucherify.Loyalties.Queue.Store;
using Voucherify.Loyalties.Queue.Store.Sql;

namespace Voucherify.Loyalties.Queue.PostgreSql;

/// <summary>
/// The rows of a PostgreSQL database. The state and the time of the server are read together, when one of them is asked for.
/// </summary>
internal sealed class PostgreSqlRows(PostgreSqlStatements statements, ServerClock clock) : SqlRows(statements)
{
    /// <summary>Where workers listen. The server delivers it with the commit, and never after a rollback.</summary>
    public const string Channel = "voucherify_queue";

    private const string SelectStateAndTime = "select " + SqlTexts.StateColumns + ", clock_timestamp() from voucherify_queue_store";

    private const int TimeColumn = SqlTexts.StateColumnCount;

    private DateTimeOffset? _now;

    public override DateTimeOffset Now
    {
        get
        {
            if (_now is null)
            {
                _ = ReadState();
            }

            return _now!.Value;
        }
    }

    public override int Insert(IReadOnlyList<StoredAdjustment> rows)
    {
        var stored = base.Insert(rows);
        if (stored > 0)
        {
            Statements.Execute("notify " + Channel);
        }

        return stored;
    }

    /// <summary>Runs a change, and writes what it has changed.</summary>
    public T Run<T>(Func<IQueueRows, T> work)
    {
        var result = work(this);
        Complete();
        statements.Flush();
        return result;
    }

    /// <summary>Begins with what was read when the store was locked.</summary>
    public void Begin(QueueState state, DateTimeOffset now)
    {
        Begin(state);
        _now = now;
    }

    protected override QueueState ReadState()
    {
        var (state, now) = Statements.QueryFirst(
            SelectStateAndTime, static record => (SqlStateMapping.ReadState(record), record.Time(TimeColumn)));
        _now = clock.Observe(now ?? throw Lost());
        return state;
    }
}
