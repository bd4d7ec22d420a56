using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>
/// Passes every request that Kestrel receives to the engine, whatever its path, except those to the control API if there is one.
/// </summary>
/// <param name="engine">Returns the engine. Each request stays with the one that receives it.</param>
/// <param name="control">The control API, or null.</param>
internal sealed class KestrelApplication(Func<SandboxEngine> engine, IControlApi? control = null) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public async Task ProcessRequestAsync(HttpContext context)
    {
        // HttpRequest.Path is decoded, so `a/b` and `a%2Fb` look the same there.
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var delivered = control?.Serves(target) == true
            ? new DeliveredResponse(Delivery.Whole, control.Handle(await ReadAsync(context, target).ConfigureAwait(false)))
            : control is not null && CrossOrigin.IsPreflight(context.Request)
                ? new DeliveredResponse(Delivery.Whole, CrossOrigin.AnswerPreflight())
                : await HandleAsync(context, target).ConfigureAwait(false);
        await KestrelDelivery.DeliverAsync(context, delivered).ConfigureAwait(false);
    }

    private async Task<DeliveredResponse> HandleAsync(HttpContext context, string target)
    {
        var current = engine();
        var incoming = current.Receive(context.Request.Method, target, canRefuse: false);
        var delivered = current.Handle(incoming, await ReadAsync(context, target).ConfigureAwait(false));
        return control is null ? delivered : delivered with { Response = CrossOrigin.Allow(delivered.Response) };
    }

    private static async Task<SandboxRequest> ReadAsync(HttpContext context, string target)
    {
        var body = await ReadBodyAsync(context).ConfigureAwait(false);
        var headers = context.Request.Headers.ToDictionary(
            header => header.Key,
            header => string.Join(", ", header.Value.AsEnumerable()),
            StringComparer.OrdinalIgnoreCase);
        return new SandboxRequest(context.Request.Method, target, headers, body);
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
