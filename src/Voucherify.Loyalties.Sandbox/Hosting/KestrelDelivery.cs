using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Voucherify.Loyalties.Sandbox.Engine;

namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>Sends an answer over a socket, or does to the socket what a fault says.</summary>
internal static class KestrelDelivery
{
    public static Task DeliverAsync(HttpContext context, SandboxReply reply) => reply.Delivery switch
    {
        Delivery.Broken => ResetAsync(context),
        Delivery.Hanging => HangAsync(context),
        _ => WriteAsync(context, reply),
    };

    // Without lingering, closing a socket sends RST, not FIN: the client sees a connection reset by its peer.
    private static Task ResetAsync(HttpContext context)
    {
        if (context.Features.Get<IConnectionSocketFeature>() is { } connection)
        {
            connection.Socket.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        context.Abort();
        return Task.CompletedTask;
    }

    private static async Task HangAsync(HttpContext context)
    {
        try
        {
            await ClockDelay.ForeverAsync(context.RequestAborted).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The client gave up, or the sandbox stops.
        }
    }

    private static async Task WriteAsync(HttpContext context, SandboxReply reply)
    {
        var response = reply.Response;
        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers.Append(name, value);
        }

        if (response.Status != StatusCodes.Status204NoContent)
        {
            context.Response.ContentLength = response.Body.Length;
        }

        if (!response.Body.IsEmpty && !HttpMethods.IsHead(context.Request.Method))
        {
            await WriteBodyAsync(context, reply).ConfigureAwait(false);
        }
    }

    private static async Task WriteBodyAsync(HttpContext context, SandboxReply reply)
    {
        var body = reply.Response.Body;
        switch (reply.Delivery)
        {
            // Kestrel closes the connection when fewer bytes come than were announced, after those that came have left.
            // (An abort could overtake them, and the client would not even see the status.)
            case Delivery.Truncated:
                await context.Response.Body.WriteAsync(body[..(body.Length / 2)], context.RequestAborted).ConfigureAwait(false);
                await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
                break;
            case Delivery.Dripping:
                await DripAsync(context, body, reply.Duration / FaultyStream.Pieces).ConfigureAwait(false);
                break;
            default:
                await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
                break;
        }
    }

    // In real time: a socket knows no other.
    private static async Task DripAsync(HttpContext context, ReadOnlyMemory<byte> body, TimeSpan pause)
    {
        var length = FaultyStream.PieceOf(body.Length);
        for (var start = 0; start < body.Length; start += length)
        {
            await Task.Delay(pause, context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.WriteAsync(body[start..Math.Min(start + length, body.Length)], context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }
}
