namespace Voucherify.Loyalties.Queue.Store.Sql;

/// <summary>Runs statements in a transaction. The values of a statement are named after its parameters.</summary>
internal abstract class SqlStatements
{
    /// <summary>Runs a statement that returns nothing, at the latest before the next query.</summary>
    public abstract void Execute(string sql, params (string Name, object? Value)[] values);

    /// <summary>Runs the same query with each set of values, in one round trip if the database allows that.</summary>
    /// <returns>The records of each.</returns>
    public abstract IReadOnlyList<IReadOnlyList<T>> QueryEach<T>(
        string sql, IReadOnlyCollection<(string Name, object? Value)[]> values, Func<SqlRecord, T> read);

    /// <summary>Runs a query.</summary>
    public IReadOnlyList<T> Query<T>(string sql, Func<SqlRecord, T> read, params (string Name, object? Value)[] values) =>
        QueryEach(sql, [values], read)[0];

    /// <summary>Runs a query that has one record at most.</summary>
    public T? QueryFirst<T>(string sql, Func<SqlRecord, T> read, params (string Name, object? Value)[] values)
    {
        var records = Query(sql, read, values);
        return records.Count == 0 ? default : records[0];
    }
}
