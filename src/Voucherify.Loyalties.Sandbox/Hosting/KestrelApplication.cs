using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>Hands each request that Kestrel received to the engine, whatever its path.</summary>
internal sealed class KestrelApplication(SandboxEngine engine) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        // The path of HttpRequest is decoded once too often: it does not tell `a/b` from `a%2Fb`.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var arrival = engine.Receive(context.Request.Method, target, canRefuse: false);
        var body = await ReadBodyAsync(context).ConfigureAwait(false);
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key,
            header => string.Join(", ", header.Value.AsEnumerable()),
            StringComparer.OrdinalIgnoreCase);
        var reply = engine.Handle(arrival, new SandboxRequest(context.Request.Method, target, headers, body));
        await KestrelDelivery.DeliverAsync(context, reply).ConfigureAwait(false);
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // Nothing to release: the context has no services.
    }

    // Reads one byte more than is allowed, which is enough for the engine to refuse the request.
    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while (body.Length <= Errors.LargestBody
            && (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted).ConfigureAwait(false)) > 0)
        {
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }
}
