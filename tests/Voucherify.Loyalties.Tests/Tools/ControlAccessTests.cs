using System.Net;

namespace Voucherify.Loyalties.Tests.Tools;

/// <summary>Who may use the control API, and what web pages may use.</summary>
public sealed class ControlAccessTests
{
    private const string Token = "a-token-of-the-test";

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:8080")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("192.0.2.1")]
    public async Task A_foreign_host_name_is_refused(string host)
    {
        await using var tool = await SandboxTool.StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(tool, "Host", host));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:8080")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("[::1]:8080")]
    public async Task The_names_of_this_machine_are_accepted(string host)
    {
        await using var tool = await SandboxTool.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(tool, "Host", host));
    }

    [Fact]
    public async Task A_host_name_of_the_command_line_is_accepted()
    {
        await using var tool = await SandboxTool.StartAsync("--allowed-host", "sandbox");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(tool, "Host", "sandbox:8080"));
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("null")]
    [InlineData("http://localhost:3000")]
    [InlineData("https://{0}")]
    public async Task A_web_page_of_another_origin_is_refused(string origin)
    {
        await using var tool = await SandboxTool.StartAsync();
        var own = tool.Client.BaseAddress!.Authority;

        Assert.Equal(
            HttpStatusCode.Forbidden, await StatusAsync(tool, "Origin", origin.Replace("{0}", own, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_web_page_of_the_own_origin_is_accepted()
    {
        await using var tool = await SandboxTool.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(tool, "Origin", $"http://{tool.Client.BaseAddress!.Authority}"));
    }

    [Fact]
    public async Task Only_the_imitated_API_is_open_to_web_pages_of_every_origin()
    {
        await using var tool = await SandboxTool.StartAsync();

        using var imitated = await SendAsync(tool, HttpMethod.Get, "/v1/loyalties", ("Origin", "http://shop.example"));
        using var preflight = await PreflightAsync(tool, "/v1/loyalties");
        using var control = await PreflightAsync(tool, "/_sandbox/reset");

        Assert.Equal("*", Assert.Single(imitated.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("*, Authorization", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Headers")));
        Assert.Equal(HttpStatusCode.Forbidden, control.StatusCode);
        Assert.DoesNotContain(control.Headers, static header => header.Key.StartsWith("Access-Control", StringComparison.Ordinal));
        Assert.DoesNotContain(
            (await tool.GetAsync("/_sandbox/requests")).AsObject(),
            static count => count.Key.StartsWith("OPTIONS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Off_loopback_the_control_API_needs_the_printed_token()
    {
        await using var tool = await SandboxTool.StartAsync("--host", "0.0.0.0");
        var token = tool.Announcement.Split("control token:")[1].Split(Environment.NewLine)[0].Trim();

        Assert.Equal(32, token.Length);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(tool, "Accept", "*/*"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(tool, "Authorization", $"Bearer {token}x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(tool, "Authorization", "Bearer"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(tool, "Authorization", $"Bearer {token}"));
    }

    [Fact]
    public async Task A_token_of_the_environment_is_used_and_not_printed()
    {
        await using var tool = await SandboxTool.StartAsync(
            ["--host", "0.0.0.0"], new() { ["VOUCHERIFY_SANDBOX_TOKEN"] = Token });

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(tool, "Authorization", $"Bearer {Token}"));
        Assert.DoesNotContain(Token, tool.Announcement, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Off_loopback_a_foreign_host_name_is_refused_even_with_the_token()
    {
        await using var tool = await SandboxTool.StartAsync(
            ["--host", "0.0.0.0"], new() { ["VOUCHERIFY_SANDBOX_TOKEN"] = Token });

        using var response = await SendAsync(
            tool, HttpMethod.Get, "/_sandbox", ("Authorization", $"Bearer {Token}"), ("Host", "evil.example"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task On_loopback_no_token_is_printed()
    {
        await using var tool = await SandboxTool.StartAsync();

        Assert.DoesNotContain("token:", tool.Announcement.Replace("X-App-Token:", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(SandboxTool tool, string header, string value)
    {
        using var response = await SendAsync(tool, HttpMethod.Get, "/_sandbox", (header, value));
        return response.StatusCode;
    }

    private static Task<HttpResponseMessage> PreflightAsync(SandboxTool tool, string path) => SendAsync(
        tool, HttpMethod.Options, path, ("Origin", "http://shop.example"), ("Access-Control-Request-Method", "POST"));

    private static async Task<HttpResponseMessage> SendAsync(
        SandboxTool tool, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await tool.Client.SendAsync(request);
    }
}
