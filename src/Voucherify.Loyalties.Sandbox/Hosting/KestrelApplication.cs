using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>Passes every request that Kestrel receives to the engine, whatever its path.</summary>
internal sealed class KestrelApplication(SandboxEngine engine) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        // HttpRequest.Path is decoded, so `a/b` and `a%2Fb` look the same there.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var incoming = engine.Receive(context.Request.Method, target, canRefuse: false);
        var body = await ReadBodyAsync(context).ConfigureAwait(false);
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key,
            header => string.Join(", ", header.Value.AsEnumerable()),
            StringComparer.OrdinalIgnoreCase);
        var delivered = engine.Handle(incoming, new SandboxRequest(context.Request.Method, target, headers, body));
        await KestrelDelivery.DeliverAsync(context, delivered).ConfigureAwait(false);
    }

    public void DisposeContext(HttpContext context, Exception? exception)
    {
        // Nothing to release: the context has no services.
    }

    // Reads at least one byte more than is allowed, if there is one. That is enough for the engine to refuse the request.
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
