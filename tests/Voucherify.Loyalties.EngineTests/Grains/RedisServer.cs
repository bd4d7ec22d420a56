using StackExchange.Redis;
using Voucherify.Loyalties.EngineTests.Support;

namespace Voucherify.Loyalties.EngineTests.Grains;

/// <summary>A Redis server in a temporary folder, which writes each change to its disk before it answers, and ends with the test.</summary>
internal sealed class RedisServer : IDisposable
{
    private readonly EngineServer _server = new(
        "redis-server",
        static (port, folder) =>
            ["--bind", "127.0.0.1", "--port", port, "--dir", folder, "--appendonly", "yes", "--appendfsync", "always"]);

    public string Address => $"127.0.0.1:{_server.Port}";

    /// <summary>Starts a server, and waits until it takes connections.</summary>
    public static async Task<(RedisServer Server, ConnectionMultiplexer Connection)> StartAsync()
    {
        var server = new RedisServer();
        var options = ConfigurationOptions.Parse(server.Address + ",connectRetry=60,connectTimeout=500,allowAdmin=true");
        return (server, await ConnectionMultiplexer.ConnectAsync(options));
    }

    public void Dispose() => _server.Dispose();
}
