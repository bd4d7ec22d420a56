using System.Reflection;
using Xunit.Sdk;

namespace Voucherify.Loyalties.ContractTests.Support;

/// <summary>A call that the stub server did not expect must fail the test that made it.</summary>
public sealed class StubServerTests
{
    [Fact]
    public async Task An_unexpected_call_fails_the_test()
    {
        var server = new StubServer();
        using var client = new HttpClient();

        await client.GetAsync(new Uri(server.Address, "/v1/surprise"), TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAnyAsync<XunitException>(async () => await server.DisposeAsync());
        Assert.Contains("/v1/surprise", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_call_of_an_expected_exchange_fails_the_test()
    {
        var server = new StubServer(Exchange.Get("/v1/once", "{}"));
        using var client = new HttpClient();

        await client.GetAsync(new Uri(server.Address, "/v1/once"), TestContext.Current.CancellationToken);
        await client.GetAsync(new Uri(server.Address, "/v1/once"), TestContext.Current.CancellationToken);

        await Assert.ThrowsAnyAsync<XunitException>(async () => await server.DisposeAsync());
    }

    [Fact]
    public async Task An_expected_exchange_that_never_takes_place_fails_the_test() =>
        await Assert.ThrowsAnyAsync<XunitException>(async () => await new StubServer(Exchange.Get("/v1/never", "{}")).DisposeAsync());

    [Fact]
    public void WireMock_is_started_only_by_the_stub_server()
    {
        const BindingFlags Fields = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var owners = typeof(StubServer).Assembly.GetTypes()

            // The documentation shows WireMock as a user would start it.
            .Where(static type => type.DeclaringType != typeof(Docs.TestingPage))
            .Where(static type => type.GetFields(Fields).Any(static field => field.FieldType == typeof(WireMock.Server.WireMockServer)));

        Assert.Equal([typeof(StubServer)], owners);
    }
}
