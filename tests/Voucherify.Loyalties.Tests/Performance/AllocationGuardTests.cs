using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.Benchmarks.Work;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Performance;

/// <summary>
/// Holds the bytes that a call allocates. In memory, on one thread, they repeat; the figures are those of a Debug build, which allocates
/// more than the Release build of docs/internals/performance.md. A change that costs more than 5 % must say so here.
/// </summary>
[Collection(nameof(RunsAlone))]
public sealed class AllocationGuardTests : IDisposable
{
    private const double Tolerance = 1.05;

    private const int WarmUp = 200;

    private const int Rounds = 200;

    private readonly ServiceProvider _services;
    private readonly ILoyaltyClient _client;

    public AllocationGuardTests()
    {
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(static options =>
            {
                options.Credentials = LoyaltyCredentials.ApiKey("app-id", "app-token");
                options.Ordering.SettleDelay = TimeSpan.Zero;
            })
            .ConfigurePrimaryHttpMessageHandler(static () => new InMemoryService());
        _services = services.BuildServiceProvider();
        _client = _services.GetRequiredService<ILoyaltyClient>();
    }

    [Fact]
    public void An_adjustment_allocates_no_more_than_recorded() => Check(
        recorded: 5_264,
        () => _client.V1.Members.AdjustBalanceAsync("MmFAzfDe", new AdjustBalanceRequest { Points = 1, SourceId = "order-1" }));

    [Fact]
    public void Reading_a_member_allocates_no_more_than_recorded() => Check(recorded: 6_248, () => _client.V1.Members.GetMemberAsync("MmFAzfDe"));

    [Fact]
    public void A_list_of_100_allocates_no_more_than_recorded() => Check(
        recorded: 95_240,
        () => _client.V1.Transactions.ListMemberTransactionsPageAsync("MmFAzfDe", new ListMemberTransactionsQuery { Limit = 100 }));

    public void Dispose() => _services.Dispose();

    private static void Check(long recorded, Func<Task> call)
    {
        Run(call, WarmUp);

        // The least of three: other tests may have taken what this one would have used again.
        var bytes = Enumerable.Range(0, 3).Min(_ => Measure(call));

        Assert.True(bytes <= recorded * Tolerance, $"{bytes} B for a call, and {recorded} B are recorded.");
    }

    private static long Measure(Func<Task> call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(call, Rounds);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
    }

    private static void Run(Func<Task> call, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var task = call();
            Assert.True(task.IsCompletedSuccessfully, "The call left its thread, or failed: its bytes would not be counted.");
        }
    }
}
