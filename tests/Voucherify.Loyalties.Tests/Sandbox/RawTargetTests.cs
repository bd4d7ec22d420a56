using System.Net.Sockets;
using System.Text;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Sandbox;

/// <summary>Requests as bytes on a real socket, because HTTP clients do not send such targets.</summary>
public sealed class RawTargetTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/v1/loyalties/members/a%2Fb", "a/b")]
    [InlineData("/v1/loyalties/members/a%2fb", "a/b")]
    [InlineData("/v1/loyalties/members/a%252Fb", "a%2Fb")]
    [InlineData("/v1/loyalties/members/%2E%2E", "..")]
    [InlineData("/v1/loyalties/members/%61b", "ab")]
    [InlineData("/v1/loyalties/members/a+b", "a+b")]
    [InlineData("/v1/loyalties/members/ab/", "ab")]
    [InlineData("/v1/loyalties/members/a%zzb", "a%zzb")]
    [InlineData("http://example.test/v1/loyalties/members/a%2Fb?x=/y", "a/b")]
    public async Task Segments_are_split_before_they_are_decoded_once(string target, string code)
    {
        await using var sandbox = await LoyaltySandbox.StartAsync(cancellationToken: Stop);
        foreach (var other in new[] { "a/b", "a%2Fb", "..", "ab", "a+b", "a b", "a", "b", "a%zzb" })
        {
            sandbox.V1.AddCard(other);
        }

        var response = await SendAsync(sandbox, target);

        Assert.StartsWith("HTTP/1.1 200 ", response, StringComparison.Ordinal);
        Assert.Contains($"\"code\":\"{code}\"", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dot_dot_segment_does_not_lead_to_another_route()
    {
        await using var sandbox = await LoyaltySandbox.StartAsync(cancellationToken: Stop);
        sandbox.V1.AddCard("CARD");

        var response = await SendAsync(sandbox, "/v1/loyalties/x/../members/CARD");

        Assert.StartsWith("HTTP/1.1 404 ", response, StringComparison.Ordinal);
    }

    private static async Task<string> SendAsync(LoyaltySandbox sandbox, string target)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(sandbox.BaseAddress.Host, sandbox.BaseAddress.Port, Stop);
        await using var stream = socket.GetStream();
        var request = $"GET {target} HTTP/1.1\r\nHost: {Host(sandbox, target)}\r\nX-App-Id: {LoyaltySandboxOptions.DefaultAppId}\r\n"
            + $"X-App-Token: {LoyaltySandboxOptions.DefaultAppToken}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), Stop);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Stop);
    }

    private static string Host(LoyaltySandbox sandbox, string target) =>
        target.StartsWith('/') ? sandbox.BaseAddress.Authority : new Uri(target).Authority;
}
