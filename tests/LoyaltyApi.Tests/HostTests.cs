using System.Net;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Options;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyApi.Tests;

/// <summary>The program around its endpoints: what it needs to start, and how it says that it is well.</summary>
public sealed class HostTests
{
    [Fact]
    public async Task The_health_check_follows_the_service()
    {
        await using var shop = new Shop(static options => options.Retry.MaxRetries = 0);

        Assert.Equal("Healthy", await shop.Http.GetStringAsync("/health"));
        shop.Faults.Next(SandboxFault.Unauthorized);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await shop.Http.GetAsync("/health")).StatusCode);
        Assert.Equal("Healthy", await shop.Http.GetStringAsync("/health"));
    }

    [Fact]
    public async Task Without_a_key_the_program_has_a_sandbox_of_its_own()
    {
        await using var factory = Program(("Telemetry:Console", "false"));

        Assert.Equal("""{"card":"ANNA","balance":500}""", await factory.CreateClient().GetStringAsync("/cards/ANNA"));
        Assert.Equal(HttpStatusCode.NotFound, (await factory.CreateClient().GetAsync("/cards/NOBODY")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await factory.CreateClient().PostAsync("/webhooks/voucherify", null)).StatusCode);
    }

    [Theory]
    [InlineData("Voucherify:AppId", "app-id", "Voucherify:AppToken is missing")]
    [InlineData("Voucherify:AppToken", "canary", "Voucherify:AppId is missing")]
    public async Task With_half_a_key_the_program_does_not_start_and_says_what_is_missing(string key, string value, string complaint)
    {
        await using var factory = Program((key, value));

        var error = Assert.Throws<OptionsValidationException>(() => factory.CreateClient());

        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", error.ToString(), StringComparison.Ordinal);
    }

    private static WebApplicationFactory<Program> Program(params (string Key, string Value)[] settings) =>
        new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            foreach (var (key, value) in settings)
            {
                host.UseSetting(key, value);
            }
        });
}
