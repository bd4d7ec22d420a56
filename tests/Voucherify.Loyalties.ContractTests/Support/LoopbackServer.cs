using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>
/// Kestrel on a free loopback port. It records each request with its raw target and its whole body, and then does what the test wants: it
/// responds, announces a wrong length, or breaks the connection.
/// </summary>
internal sealed class LoopbackServer : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private readonly KestrelServer _server;
    private readonly RequestDelegate _respond;
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private int _connections;

    private LoopbackServer(KestrelServer server, RequestDelegate respond)
    {
        _server = server;
        _respond = respond;
    }

    public Uri Address => new(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    /// <summary>The number of connections, including those without a request.</summary>
    public int Connections => _connections;

    /// <summary>The requests that are not reads. The lookups of a lost adjustment are reads.</summary>
    public IReadOnlyList<ReceivedRequest> Writes => [.. _requests.Where(static request => request.Method != "GET")];

    public static async Task<LoopbackServer> StartAsync(RequestDelegate respond)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestLineSize = 64 * 1024;
        options.Limits.MaxRequestBufferSize = 1024 * 1024;
        LoopbackServer? server = null;
        options.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => connection =>
            {
                Interlocked.Increment(ref server!._connections);
                return next(connection);
            });
        });
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        server = new LoopbackServer(new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance), respond);
        await server._server.StartAsync(server, TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Starts a server that responds to every request with this JSON.</summary>
    public static Task<LoopbackServer> RespondingAsync(string json) => StartAsync(context => RespondAsync(context, json));

    public static Task RespondAsync(HttpContext context, string json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json, context.RequestAborted);
    }

    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        _requests.Enqueue(new ReceivedRequest(
            context.Request.Method,
            context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            context.Request.Headers.ToDictionary(
                static header => header.Key, static header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray()));
        await _respond(context);
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // Nothing to release: the context has no services.
    }

    /// <summary>Stops at once and drops open connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }
}
