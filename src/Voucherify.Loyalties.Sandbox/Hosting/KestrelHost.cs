using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>
/// Serves the engine on a port. It uses Kestrel without the generic host, which would read settings from the user's
/// environment and files, and would handle Ctrl+C instead of the user's program.
/// </summary>
internal sealed class KestrelHost : IAsyncDisposable
{
    private readonly KestrelServer _server;

    private KestrelHost(KestrelServer server, Uri address)
    {
        _server = server;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<KestrelHost> StartAsync(
        KestrelApplication application, IPEndPoint endpoint, CancellationToken cancellationToken)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };

        // The engine has the limits that the service documents. Kestrel adds none of its own, so that a client can stop in a debugger.
        options.Limits.MaxRequestLineSize = RequestLine.LongestLine;
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Listen(endpoint, listen => listen.Protocols = HttpProtocols.Http1);

        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
        try
        {
            await server.StartAsync(application, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            server.Dispose();
            throw;
        }

        return new KestrelHost(server, AddressOf(server));
    }

    /// <summary>Stops at once and drops open connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        _server.Dispose();
    }

    private static Uri AddressOf(KestrelServer server) =>
        new(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
}
