using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.DependencyInjection;

public sealed class RegistrationTests
{
    private static readonly LoyaltyCredentials Key = LoyaltyCredentials.ApiKey("app-id", "app-token");

    [Fact]
    public async Task A_registered_client_is_a_singleton()
    {
        using var handler = new ScriptedHandler(Steps.Ok(Steps.MemberJson));
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(static options => options.Credentials = Key).ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();

        var client = provider.GetRequiredService<ILoyaltyClient>();
        var member = await client.V1.Members.GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("v_1", member.Id);
        Assert.Same(client, provider.GetRequiredService<ILoyaltyClient>());
    }

    [Fact]
    public async Task Named_clients_call_their_own_clusters()
    {
        using var handler = new ScriptedHandler(Steps.Ok(Steps.MemberJson));
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties("us", static o => (o.Credentials, o.Cluster) = (Key, VoucherifyCluster.UnitedStates))
            .ConfigurePrimaryHttpMessageHandler(() => handler);
        services.AddVoucherifyLoyalties("asia", static o => (o.Credentials, o.Cluster) = (Key, VoucherifyCluster.Asia))
            .ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredKeyedService<ILoyaltyClient>("us").V1.Members
            .GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);
        await provider.GetRequiredKeyedService<ILoyaltyClient>("asia").V1.Members
            .GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["us1.api.voucherify.io", "as1.api.voucherify.io"], handler.Requests.Select(static request => request.Uri.Host));
    }

    [Fact]
    public async Task The_options_are_validated_when_the_host_starts()
    {
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(static _ => { });
        await using var provider = services.BuildServiceProvider();

        var error = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains("Credentials", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_users_handler_sees_each_attempt_before_the_outbound_check()
    {
        using var handler = new ScriptedHandler(Steps.FailToConnect(), Steps.Ok(Steps.MemberJson));
        var seen = new List<string>();
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(static options =>
            {
                options.Credentials = Key;
                options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
            })
            .ConfigurePrimaryHttpMessageHandler(() => handler)
            .AddHttpMessageHandler(() => new Watcher(request => seen.Add(request.Headers.GetValues("X-App-Id").Single())));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ILoyaltyClient>().V1.Members
            .GetMemberAsync("CARD", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(["app-id", "app-id"], seen);
    }

    [Fact]
    public async Task The_outbound_check_refuses_a_request_that_a_users_handler_redirected()
    {
        using var handler = new ScriptedHandler(Steps.Ok(Steps.MemberJson));
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(static options => options.Credentials = Key)
            .ConfigurePrimaryHttpMessageHandler(() => handler)
            .AddHttpMessageHandler(
                static () => new Watcher(static request => request.RequestUri = new Uri(request.RequestUri!, "/v1/loyalties")));
        await using var provider = services.BuildServiceProvider();

        var error = await Assert.ThrowsAnyAsync<LoyaltyException>(
            () => provider.GetRequiredService<ILoyaltyClient>().V1.Members.GetMemberAsync("CARD"));

        Assert.Contains("/v1/loyalties/members/{memberId}", error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Requests);
    }

    [Fact]
    public async Task A_call_on_a_disposed_client_throws_ObjectDisposedException()
    {
        var client = new LoyaltyClient(new LoyaltyClientOptions { Credentials = Key });
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.V1.Members.GetMemberAsync("CARD"));
    }

    private sealed class Watcher(Action<HttpRequestMessage> watch) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            watch(request);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
