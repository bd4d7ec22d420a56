using System.Globalization;
using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Options;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyApi.Tests;

/// <summary>The start of the program and its health check.</summary>
public sealed class HostTests
{
    [Fact]
    public async Task The_health_check_reports_the_state_of_the_service()
    {
        await using var shop = new Shop(static options => options.Retry.MaxRetries = 0);

        Assert.Equal("Healthy", await shop.Http.GetStringAsync("/health"));
        shop.Faults.Next(SandboxFault.Unauthorized);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await shop.Http.GetAsync("/health")).StatusCode);
        Assert.Equal("Healthy", await shop.Http.GetStringAsync("/health"));
    }

    [Fact]
    public async Task A_program_without_an_API_key_uses_its_own_sandbox()
    {
        await using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(
            static host => host.UseSettings(TestTokens.Settings));
        using var http = factory.CreateClient();
        http.DefaultRequestHeaders.Authorization = TestTokens.Shop;

        Assert.Equal("""{"card":"ANNA","balance":500}""", await http.GetStringAsync("/cards/ANNA"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/cards/NOBODY")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.PostAsync("/webhooks/voucherify", null)).StatusCode);
    }

    [Theory]
    [InlineData("Voucherify:AppId", "app-id", "Voucherify:AppToken is missing")]
    [InlineData("Voucherify:AppToken", "canary", "Voucherify:AppId is missing")]
    public async Task A_program_with_half_an_API_key_does_not_start_and_names_the_missing_half(string key, string value, string complaint)
    {
        // The factory would wait for the program on another thread, and the program may have disposed of its services by then.
        var error = await Assert.ThrowsAsync<OptionsValidationException>(
            () => Task.Run(() => Start($"--{key}={value}", "--environment=Development", "--urls=http://127.0.0.1:0"))
                .WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    private static void Start(params string[] arguments) => typeof(Program).Assembly.EntryPoint!.Invoke(
        null, BindingFlags.DoNotWrapExceptions, binder: null, [arguments], CultureInfo.InvariantCulture);
}
