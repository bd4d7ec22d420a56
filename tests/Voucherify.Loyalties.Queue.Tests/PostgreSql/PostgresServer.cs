using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Voucherify.Loyalties.Queue.Tests.PostgreSql;

/// <summary>A PostgreSQL server in a temporary folder, which ends with the tests.</summary>
internal sealed class PostgresServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = ServerPrograms.NewFolder();
    private readonly string[] _settings;
    private readonly int _port = ServerPrograms.FreePort();
    private Process _process;
    private int _schemas;

    /// <summary>Creates and starts a server.</summary>
    /// <param name="settings">Settings beside those that make it fast. A process that is killed loses nothing by them.</param>
    public PostgresServer(params string[] settings)
    {
        _settings = settings;
        ServerPrograms.Run(
            ServerPrograms.Find("initdb", "postgresql"), "-D", Data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync");
        _process = Start();
    }

    /// <summary>The folder of the data.</summary>
    public string Data => Path.Combine(_folder.FullName, "data");

    private string Backup => Path.Combine(_folder.FullName, "backup");

    /// <summary>Connects as an administrator.</summary>
    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;Maximum Pool Size=20";

    public int Port => _port;

    /// <summary>Creates an empty schema, and returns how to connect to it.</summary>
    public string NewSchema()
    {
        var name = "test" + Interlocked.Increment(ref _schemas).ToString(CultureInfo.InvariantCulture);
        Execute($"create schema {name}");
        return $"{ConnectionString};Search Path={name}";
    }

    /// <summary>Runs a statement as an administrator.</summary>
    public void Execute(string sql, string? connectionString = null)
    {
        using var source = NpgsqlDataSource.Create((connectionString ?? ConnectionString) + ";Pooling=false");
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    /// <summary>Ends the server at once, as after a crash, and starts it again.</summary>
    public void Crash()
    {
        Stop("QUIT");
        _process = Start();
    }

    /// <summary>Copies the data, as a backup does.</summary>
    public void Copy()
    {
        Stop("INT");
        ServerPrograms.Run("/bin/cp", "-a", Data, Backup);
        _process = Start();
    }

    /// <summary>Puts the copy in the place of the data.</summary>
    public void Restore()
    {
        Stop("QUIT");
        Directory.Delete(Data, recursive: true);
        Directory.Move(Backup, Data);
        _process = Start();
    }

    public void Dispose()
    {
        Stop("QUIT");
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Ends the server.</summary>
    public void Stop(string signal)
    {
        if (!_process.HasExited)
        {
            ServerPrograms.Signal(_process, signal);
            _process.WaitForExit();
        }
    }

    private Process Start()
    {
        string[] settings =
        [
            $"port={_port}", "listen_addresses=127.0.0.1", $"unix_socket_directories={_folder.FullName}", "fsync=off",
            "max_connections=200", .. _settings,
        ];
        var process = ServerPrograms.Start(
            ServerPrograms.Find("postgres", "postgresql"), ["-D", Data, .. settings.SelectMany(static one => (string[])["-c", one])]);
        var began = Stopwatch.StartNew();
        while (!Accepts())
        {
            Assert.True(!process.HasExited && began.Elapsed < Patience, "The PostgreSQL server did not start.");
            Thread.Sleep(50);
        }

        return process;
    }

    private bool Accepts()
    {
        try
        {
            Execute("select 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
