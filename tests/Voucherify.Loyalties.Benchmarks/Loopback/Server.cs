using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Loopback;

/// <summary>
/// The service on a loopback port, in a process of its own. It prints its address, and ends when its standard input does:
/// when whoever started it closes it, or is gone.
/// </summary>
internal static class Server
{
    /// <summary>Answers how many connections there have been.</summary>
    public const string ConnectionsPath = "/connections";

    private static int _connections;

    public static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(static options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, 0, Listen);
        });
        await using var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        Console.WriteLine(app.Urls.First());
        await Console.In.ReadToEndAsync();
        await app.StopAsync(new CancellationToken(canceled: true));
        return 0;
    }

    private static void Listen(ListenOptions options)
    {
        options.Protocols = HttpProtocols.Http1;
        options.Use(static next => connection =>
        {
            Interlocked.Increment(ref _connections);
            return next(connection);
        });
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        if (context.Request.Path == ConnectionsPath)
        {
            await context.Response.WriteAsync(_connections.ToString(CultureInfo.InvariantCulture), context.RequestAborted);
            return;
        }

        var body = Bodies.For(context.Request.Method, context.Request.Path.Value!);
        var headers = context.Response.Headers;
        headers.ContentType = "application/json; charset=utf-8";
        headers.ContentLength = body.Length;
        foreach (var (name, value) in RateLimit.Headers)
        {
            headers[name] = value;
        }

        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
