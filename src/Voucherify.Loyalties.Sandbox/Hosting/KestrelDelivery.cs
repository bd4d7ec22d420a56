using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Voucherify.Loyalties.Sandbox.Engine;

namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>Sends a response over a socket, or does to the socket what a fault demands.</summary>
internal static class KestrelDelivery
{
    public static Task DeliverAsync(HttpContext context, DeliveredResponse delivered) => delivered.Delivery switch
    {
        Delivery.Broken => ResetAsync(context),
        Delivery.Hanging => HangAsync(context),
        _ => WriteAsync(context, delivered),
    };

    // Without lingering, closing a socket sends RST instead of FIN: the client sees a connection reset by its peer.
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
            // The client has given up, or the sandbox is stopping.
        }
    }

    private static async Task WriteAsync(HttpContext context, DeliveredResponse delivered)
    {
        var response = delivered.Response;
        context.Response.StatusCode = response.Status;
        foreach (var (name, value) in response.Headers)
        {
            context.Response.Headers.Append(name, value);
        }

        // Kestrel would add the Date that a fault has removed.
        if (!context.Response.Headers.ContainsKey("Date"))
        {
            context.Response.Headers.Date = "unknown";
        }

        if (response.Status != StatusCodes.Status204NoContent)
        {
            context.Response.ContentLength = response.Body.Length;
        }

        if (!response.Body.IsEmpty && !HttpMethods.IsHead(context.Request.Method))
        {
            await WriteBodyAsync(context, delivered).ConfigureAwait(false);
        }
    }

    private static async Task WriteBodyAsync(HttpContext context, DeliveredResponse delivered)
    {
        var body = delivered.Response.Body;
        switch (delivered.Delivery)
        {
            // If fewer bytes are written than were announced, Kestrel sends them and then closes the connection. (An abort could
            // overtake them, and the client would not even see the status.)
            case Delivery.Truncated:
                await context.Response.Body.WriteAsync(body[..(body.Length / 2)], context.RequestAborted).ConfigureAwait(false);
                await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
                break;
            case Delivery.Dripping:
                await DripAsync(context, body, delivered.Duration / FaultyStream.Pieces).ConfigureAwait(false);
                break;
            default:
                await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
                break;
        }
    }

    // In real time, because a socket has no other clock.
    private static async Task DripAsync(HttpContext context, ReadOnlyMemory<byte> body, TimeSpan pause)
    {
        var length = FaultyStream.PieceOf(body.Length);
        for (var start = 0; start < body.Length; start += length)
        {
            await Task.Delay(pause, context.RequestAborted).ConfigureAwait(false);
            var piece = body[start..Math.Min(start + length, body.Length)];
            await context.Response.Body.WriteAsync(piece, context.RequestAborted).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(context.RequestAborted).ConfigureAwait(false);
        }
    }
}
