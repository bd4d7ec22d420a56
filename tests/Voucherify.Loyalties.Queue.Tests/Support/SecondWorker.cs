using Voucherify.Loyalties.Queue.Sending;
using Voucherify.Loyalties.Queue.Settlement;
using Voucherify.Loyalties.Queue.Worker;

namespace Voucherify.Loyalties.Queue.Tests.Support;

/// <summary>Another process with a worker on the store of a rig, with a client of its own.</summary>
internal sealed class SecondWorker : IAsyncDisposable
{
    private readonly LoyaltyClient _client;
    private readonly AdjustmentStore _store;
    private readonly bool _ownsStore;

    private SecondWorker(QueueRig rig, AdjustmentStore store, bool ownsStore)
    {
        (_store, _ownsStore) = (store, ownsStore);
        Handler = new GatedHandler(rig.Sandbox.CreateHandler());
        _client = new LoyaltyClient(rig.Sandbox.CreateClientOptions(), Handler);
    }

    public GatedHandler Handler { get; }

    public WorkerLoop Loop { get; private set; } = null!;

    public RestorePass Restore { get; private set; } = null!;

    public static async Task<SecondWorker> StartAsync(QueueRig rig, Func<TimeProvider, AdjustmentStore> newStore)
    {
        var isShared = rig.Store is InMemoryAdjustmentStore;
        var worker = new SecondWorker(rig, isShared ? rig.Store : newStore(rig.Clock), !isShared);
        await worker._store.InitializeAsync(default);
        var session = await WorkerSession.BeginAsync(worker._store, worker._client.Times, rig.Options, default);
        worker.Loop = new WorkerLoop(worker._store, worker._client, rig.Settings, session);
        worker.Restore = new RestorePass(worker._store, worker._client, session, rig.Settings);
        return worker;
    }

    public async Task StepAsync()
    {
        await Loop.StepAsync(default);
        await Loop.WaitForSettlingAsync();
        await Loop.StepAsync(default);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        Handler.Dispose();
        if (_ownsStore)
        {
            await _store.DisposeAsync();
        }
    }
}
