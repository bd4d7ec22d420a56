using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Telemetry;

/// <summary>All clients of a process share one meter. Tags tell them apart.</summary>
[Collection(nameof(RunsAlone))]
public sealed class SharedMeterTests
{
    [Fact]
    public async Task A_client_that_is_disposed_does_not_silence_the_others()
    {
        using var exported = new ExportedTelemetry();
        using var staying = new ScriptedClient(Steps.Ok(Steps.MemberJson));
        using (var leaving = new ScriptedClient(Steps.Ok(Steps.MemberJson)))
        {
            await leaving.GetAsync();
        }

        exported.Measurements();
        for (var i = 0; i < 10; i++)
        {
            await staying.GetAsync();
        }

        Assert.Contains(exported.Measurements(), static line => line.StartsWith(
            "voucherify.loyalties.operation.duration [s] count 11", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_container_that_is_disposed_does_not_silence_the_clients_of_another()
    {
        using var exported = new ExportedTelemetry();
        await using var staying = Container("asia");
        await using (var leaving = Container("europe"))
        {
            await GetAsync(leaving, "europe");
        }

        exported.Measurements();
        await GetAsync(staying, "asia");

        Assert.Contains(exported.Measurements(), static line =>
            line.StartsWith("voucherify.loyalties.operation.duration [s] count 1", StringComparison.Ordinal)
            && line.Contains("voucherify.client=asia", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_name_of_a_client_is_a_tag_of_its_spans_and_measurements()
    {
        using var exported = new ExportedTelemetry();
        using var test = new ScriptedClient(
            static client => client.Configure(static options => options.ClientName = "shop"),
            Steps.FailToConnect(),
            Steps.Respond(
                System.Net.HttpStatusCode.OK,
                Steps.BalanceJson,
                ("Date", "Thu, 01 Jan 1970 00:00:00 GMT"),
                ("X-Rate-Limit-Remaining", "7"),
                ("X-Rate-Limit-Retry", "20")));

        await test.AdjustAsync();

        Assert.Equal("shop", Assert.Single(exported.Spans).GetTagItem("voucherify.client"));
        Assert.All(
            exported.Measurements().Where(static line => !line.Contains(".rate_limit.", StringComparison.Ordinal)),
            static line => Assert.Contains("voucherify.client=shop", line, StringComparison.Ordinal));
        Assert.Contains(
            "voucherify.loyalties.rate_limit.remaining [{call}] 7 | server.address=api.voucherify.io voucherify.client=shop",
            exported.Measurements());
    }

    [Fact]
    public async Task Clients_with_one_name_report_the_lowest_number_of_remaining_calls()
    {
        using var exported = new ExportedTelemetry();
        using var first = Limited("9");
        using var second = Limited("4");

        await first.GetAsync();
        await second.GetAsync();

        Assert.Contains(
            "voucherify.loyalties.rate_limit.remaining [{call}] 4 | server.address=api.voucherify.io voucherify.client=twins",
            exported.Measurements());
    }

    [Fact]
    public void A_client_that_is_never_disposed_is_not_kept_alive_by_the_meter()
    {
        var forgotten = Forgotten();

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(forgotten.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Forgotten() =>
        new(new LoyaltyClient(new LoyaltyClientOptions { Credentials = TestClientBuilder.Key }).Parts.Telemetry);

    private static ScriptedClient Limited(string remaining) => new(
        static client => client.Configure(static options => options.ClientName = "twins"),
        Steps.Respond(
            System.Net.HttpStatusCode.OK,
            Steps.MemberJson,
            ("Date", "Thu, 01 Jan 1970 00:00:00 GMT"),
            ("X-Rate-Limit-Remaining", remaining),
            ("X-Rate-Limit-Retry", "20")));

    private static ServiceProvider Container(string name)
    {
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(name, static options => options.Credentials = TestClientBuilder.Key)
            .ConfigurePrimaryHttpMessageHandler(static () => new ScriptedHandler(Steps.Ok(Steps.MemberJson)));
        return services.BuildServiceProvider();
    }

    private static Task<LoyaltyMember> GetAsync(ServiceProvider container, string name) =>
        container.GetRequiredKeyedService<ILoyaltyClient>(name).V1.Members.GetMemberAsync("CARD");
}
