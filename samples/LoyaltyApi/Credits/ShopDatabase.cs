using Microsoft.Data.Sqlite;

namespace LoyaltyApi.Credits;

/// <summary>The database of the shop, which also has the queue.</summary>
internal sealed class ShopDatabase(string file)
{
    private bool _isReady;

    /// <summary>Opens a connection.</summary>
    public async Task<SqliteConnection> OpenAsync()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file }.ToString());
        await connection.OpenAsync();
        if (!_isReady)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "create table if not exists orders (id text primary key, card text not null, points integer not null)";
            await command.ExecuteNonQueryAsync();
            _isReady = true;
        }

        return connection;
    }
}
