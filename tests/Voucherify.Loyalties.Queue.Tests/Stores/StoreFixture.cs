namespace Voucherify.Loyalties.Queue.Tests.Stores;

/// <summary>Makes stores of one kind: the same one again for each process of a test.</summary>
public abstract class StoreFixture : IDisposable
{
    private protected abstract AdjustmentStore NewStore(TimeProvider time);

    private protected Support.QueueRig NewRig(Action<AdjustmentQueueOptions>? configure = null, TimeSpan lag = default) =>
        new(NewStore, configure, lag);

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
