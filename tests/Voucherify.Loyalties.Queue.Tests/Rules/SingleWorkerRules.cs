namespace Voucherify.Loyalties.Queue.Tests.Rules;

/// <summary>What holds in stores that allow one worker.</summary>
public abstract class SingleWorkerRules : Stores.StoreFixture
{
    [Fact]
    public async Task Only_one_worker_uses_a_store()
    {
        await using var rig = NewRig();
        await rig.StartAsync();
        await using var second = OtherStore(rig);

        await Assert.ThrowsAsync<AdjustmentStoreInUseException>(() => second.TakeWorkerRoleAsync(default));
    }

    private AdjustmentStore OtherStore(Support.QueueRig rig) => rig.Store is InMemoryAdjustmentStore ? rig.Store : NewStore(rig.Clock);
}
