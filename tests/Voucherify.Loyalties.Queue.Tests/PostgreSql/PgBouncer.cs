using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Voucherify.Loyalties.Queue.Tests.PostgreSql;

/// <summary>A PgBouncer in transaction mode in front of a server.</summary>
internal sealed class PgBouncer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _folder = ServerPrograms.NewFolder();
    private readonly int _port = ServerPrograms.FreePort();
    private readonly Process _process;

    public PgBouncer(PostgresServer server)
    {
        var settings = Path.Combine(_folder.FullName, "pgbouncer.ini");
        File.WriteAllText(
            settings,
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                [databases]
                postgres = host=127.0.0.1 port={server.Port} dbname=postgres user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = {_port}
                auth_type = any
                pool_mode = transaction
                default_pool_size = 10
                max_client_conn = 500
                unix_socket_dir =
                """));
        _process = ServerPrograms.Start(ServerPrograms.Find("pgbouncer", "pgbouncer"), settings);
        var began = Stopwatch.StartNew();
        while (!Accepts())
        {
            Assert.True(!_process.HasExited && began.Elapsed < Patience, "PgBouncer did not start.");
            Thread.Sleep(50);
        }
    }

    /// <summary>Connects through it.</summary>
    public string ConnectionString =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;No Reset On Close=true;Maximum Pool Size=20";

    public void Dispose()
    {
        ServerPrograms.Signal(_process, "KILL");
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private bool Accepts()
    {
        try
        {
            using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
            connection.Open();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
