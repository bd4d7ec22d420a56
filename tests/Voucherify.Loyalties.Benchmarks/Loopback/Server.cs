using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Loopback;

/// <summary>
/// The service on two loopback ports, with TLS and without, in a separate process. It prints its endpoints, and ends when its standard
/// input is closed.
/// </summary>
internal static class Server
{
    public static async Task<int> RunAsync()
    {
        using var certificate = CreateCertificate();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.ConfigureEndpointDefaults(static endpoint => endpoint.Protocols = HttpProtocols.Http1);
            options.Listen(IPAddress.Loopback, 0);
            options.Listen(IPAddress.Loopback, 0, endpoint => endpoint.UseHttps(certificate));
        });
        await using var app = builder.Build();
        app.Run(RespondAsync);
        await app.StartAsync();
        Console.WriteLine(JsonSerializer.Serialize(new Endpoints(
            new Uri(app.Urls.Single(static url => url.StartsWith("http:", StringComparison.Ordinal))),
            new Uri(app.Urls.Single(static url => url.StartsWith("https:", StringComparison.Ordinal))),
            certificate.RawData)));
        await Console.In.ReadToEndAsync();
        await app.StopAsync(new CancellationToken(canceled: true));
        return 0;
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }

    private static async Task RespondAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
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
