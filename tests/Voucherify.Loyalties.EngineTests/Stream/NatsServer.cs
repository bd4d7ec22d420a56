using System.Diagnostics;
using NATS.Net;
using Voucherify.Loyalties.EngineTests.Support;

namespace Voucherify.Loyalties.EngineTests.Stream;

/// <summary>A NATS server with JetStream in a temporary folder, which ends with the test.</summary>
internal sealed class NatsServer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly EngineServer _server = new(
        "nats-server",
        static (port, folder) => ["--addr", "127.0.0.1", "--port", port, "--jetstream", "--store_dir", folder]);

    public string Url => $"nats://127.0.0.1:{_server.Port}";

    /// <summary>Starts a server, and waits until it takes connections.</summary>
    public static async Task<NatsServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new NatsServer();
        var began = Stopwatch.StartNew();
        while (!await server.AcceptsAsync(cancellationToken))
        {
            Assert.True(!server._server.HasExited && began.Elapsed < Patience, "The NATS server did not start.");
            await Task.Delay(50, cancellationToken);
        }

        return server;
    }

    public void Dispose() => _server.Dispose();

    private async Task<bool> AcceptsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var client = new NatsClient(Url);
            await client.CreateJetStreamContext().GetAccountInfoAsync(cancellationToken);
            return true;
        }
        catch (Exception error) when (error is NATS.Client.Core.NatsException or TimeoutException)
        {
            return false;
        }
    }
}
