using Microsoft.Extensions.DependencyInjection;
using Voucherify.Loyalties.Benchmarks.InMemory;
using Voucherify.Loyalties.Benchmarks.Work;
using Voucherify.Loyalties.V1;

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
            })
            .ConfigurePrimaryHttpMessageHandler((handler, _) => _service.Attach((SocketsHttpHandler)handler));
        _services = services.BuildServiceProvider();
        _client = _services.GetRequiredService<ILoyaltyClient>();
    }

    [Fact]
    public Task An_adjustment_allocates_no_more_than_recorded() => Check(
        recorded: 5_728,
        batch: 100,
        () => _client.V1.Members.AdjustBalanceAsync("MmFAzfDe", new AdjustBalanceRequest { Points = 1, SourceId = "order-1" }),
        WireResponse.Balance);

    [Fact]
    public Task Reading_a_member_allocates_no_more_than_recorded() =>
        Check(recorded: 6_472, batch: 100, () => _client.V1.Members.GetMemberAsync("MmFAzfDe"), WireResponse.Member);

    [Fact]
    public Task A_list_of_100_allocates_no_more_than_recorded() => Check(
        recorded: 95_816,
        batch: 10,
        () => _client.V1.Transactions.ListMemberTransactionsPageAsync("MmFAzfDe", new ListMemberTransactionsQuery { Limit = 100 }),
        WireResponse.List);

    public void Dispose() => _services.Dispose();

    private async Task Check(long recorded, int batch, Func<Task> call, ReadOnlyMemory<byte> response)
    {
        var limit = (long)(recorded * Tolerance);

        // The test framework's synchronization context would move continuations to other threads; a thread of our own has none.
        var least = await Task.Factory.StartNew(
            () => FindLeast(limit, batch, call, response), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

        Assert.True(least <= limit, $"{least} B for a call, and {recorded} B are recorded.");
    }

    private long FindLeast(long limit, int batch, Func<Task> call, ReadOnlyMemory<byte> response)
    {
        _service.Connect(call, response);
        var least = long.MaxValue;

        // Methods that the runtime has not optimized yet allocate more.
        for (var batches = 0; batches < MaxBatches && least > limit; batches++)
        {
            least = Math.Min(least, Measure(batch, call, response));
        }

        return least;
    }

    private long Measure(int calls, Func<Task> call, ReadOnlyMemory<byte> response)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < calls; i++)
        {
            _service.Complete(call(), response);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / calls;
    }
}
