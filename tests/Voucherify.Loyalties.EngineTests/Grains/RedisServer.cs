using System.Diagnostics;
using StackExchange.Redis;

namespace Voucherify.Loyalties.EngineTests.Grains;

/// <summary>A Redis server in a temporary folder, which writes each change to its disk before it answers, and ends with the test.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly DirectoryInfo _folder = PostgresPrograms.NewFolder();
    private readonly int _port = PostgresPrograms.FreePort();
    private readonly Process _process;

    private RedisServer() => _process = PostgresPrograms.Start(
        PostgresPrograms.Find("redis-server", "redis-server"),
        "--bind", "127.0.0.1", "--port", $"{_port}", "--dir", _folder.FullName, "--appendonly", "yes", "--appendfsync", "always");

    public string Address => $"127.0.0.1:{_port}";

    /// <summary>Starts a server, and waits until it takes connections.</summary>
    public static async Task<(RedisServer Server, ConnectionMultiplexer Connection)> StartAsync()
    {
        var server = new RedisServer();
        var options = ConfigurationOptions.Parse(server.Address + ",connectRetry=60,connectTimeout=500,allowAdmin=true");
        return (server, await ConnectionMultiplexer.ConnectAsync(options));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
