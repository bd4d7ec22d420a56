using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.Benchmarks.InMemory;
using Voucherify.Loyalties.Benchmarks.Work;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Performance;

/// <summary>
/// Holds the bytes that a call allocates on the in-memory connection of the benchmark. The recorded figures are those of a Debug build,
/// which allocates more than the Release build in the docs. They repeat to the byte; the tolerance is for other patches of .NET.
/// </summary>
[Collection(nameof(MeasuresFirst))]
public sealed class AllocationGuardTests : IDisposable
{
    private const double Tolerance = 1.01;

    /// <summary>Enough for the runtime to optimize the methods of a call, also on a busy machine.</summary>
    private const int MaxBatches = 3000;

    private readonly InMemoryService _service = new();
    private readonly ServiceProvider _services;
    private readonly ILoyaltyClient _client;

    public AllocationGuardTests()
    {
        var services = new ServiceCollection();
        services.AddVoucherifyLoyalties(static options =>
            {
                options.Cluster = VoucherifyCluster.Dedicated(InMemoryService.Address);
                options.Credentials = LoyaltyCredentials.ApiKey("app-id", "app-token");
                options.Ordering.SettleDelay = TimeSpan.Zero;
                options.Reconciliation.BaseDelay = TimeSpan.FromTicks(1);
            })
            .ConfigurePrimaryHttpMessageHandler((handler, _) => _service.Attach((SocketsHttpHandler)handler));
        _services = services.BuildServiceProvider();
        _client = _services.GetRequiredService<ILoyaltyClient>();
    }

    [Fact]
    public Task An_adjustment_allocates_no_more_than_recorded() => Check(
        recorded: 5_712,
        batch: 100,
        () => _client.V1.Members.AdjustBalanceAsync("MmFAzfDe", new AdjustBalanceRequest { Points = 1, SourceId = "order-1" }),
        WireResponse.Balance);

    [Fact]
    public Task Reading_a_member_allocates_no_more_than_recorded() =>
        Check(recorded: 6_256, batch: 100, () => _client.V1.Members.GetMemberAsync("MmFAzfDe"), WireResponse.Member);

    [Fact]
    public Task A_list_of_100_allocates_no_more_than_recorded() => Check(
        recorded: 95_568,
        batch: 10,
        () => _client.V1.Transactions.ListMemberTransactionsPageAsync("MmFAzfDe", new ListMemberTransactionsQuery { Limit = 100 }),
        WireResponse.List);

    [Theory]
    [InlineData(WriteCompletion.Accepted, 21_960)]
    [InlineData(WriteCompletion.Settled, 20_976)]
    public Task An_adjustment_of_version_2_and_the_poll_of_its_end_allocate_no_more_than_recorded(WriteCompletion until, long recorded)
    {
        var request = new AdjustCardPointsRequest { Points = 1, SourceId = "order-1" };
        var options = new RequestOptions { WaitUntil = until };
        return Check(
            recorded,
            batch: 100,
            () => _client.V2.Cards.AdjustCardPointsAsync("lprg_1", "lmbr_1", "lcrd_1", request, options),
            WireResponse.Recorded,
            WireResponse.Applied);
    }

    public void Dispose() => _services.Dispose();

    private async Task Check(long recorded, int batch, Func<Task> call, params ReadOnlyMemory<byte>[] responses)
    {
        var limit = (long)(recorded * Tolerance);

        // The test framework's synchronization context would move continuations to other threads; a thread of our own has none.
        var least = await Task.Factory.StartNew(
            () => FindLeast(limit, batch, call, responses), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.True(least <= limit, $"{least} B for a call, and {recorded} B are recorded.");
    }

    private long FindLeast(long limit, int batch, Func<Task> call, ReadOnlyMemory<byte>[] responses)
    {
        _service.Connect(call, responses);
        var least = long.MaxValue;

        // Methods that the runtime has not optimized yet allocate more.
        for (var batches = 0; batches < MaxBatches && least > limit; batches++)
        {
            least = Math.Min(least, Measure(batch, call, responses));
        }

        return least;
    }

    private long Measure(int calls, Func<Task> call, ReadOnlyMemory<byte>[] responses)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < calls; i++)
        {
            _service.Complete(call(), responses);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / calls;
    }
}
