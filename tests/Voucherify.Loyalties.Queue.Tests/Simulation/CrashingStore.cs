using System.Data.Common;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Tests.Simulation;

/// <summary>A store as one process sees it: at a chosen call the process ends, before the transaction or after its commit.</summary>
internal sealed class CrashingStore(AdjustmentStore inner, int crashAt, bool afterCommit) : AdjustmentStore
{
    private int _calls;

    /// <summary>Whether the process has ended.</summary>
    public bool HasCrashed { get; private set; }

    internal override DateTimeOffset Now => inner.Now;

    public override ValueTask DisposeAsync() => default;

    internal override Task InitializeAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal override Task TakeWorkerRoleAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    internal override Task LeaveWorkerRoleAsync() => Task.CompletedTask;

    internal override Task<T> RunAsync<T>(Func<IQueueRows, T> work, CancellationToken cancellationToken) =>
        CallAsync(() => inner.RunAsync(work, cancellationToken));

    internal override Task<T> ReadAsync<T>(Func<IQueueRows, T> work, CancellationToken cancellationToken) =>
        CallAsync(() => inner.ReadAsync(work, cancellationToken));

    internal override Task<T> RunInAsync<T>(DbTransaction transaction, Func<IQueueRows, T> work, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    internal override Task WaitForWorkAsync(TimeSpan longest, CancellationToken cancellationToken) => Task.CompletedTask;

    internal override void Wake()
    {
    }

    private async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        var isCrash = ++_calls == crashAt;
        if (HasCrashed || (isCrash && !afterCommit))
        {
            HasCrashed = true;
            throw new ProcessEndedException();
        }

        var result = await call();
        if (isCrash)
        {
            HasCrashed = true;
            throw new ProcessEndedException();
        }

        return result;
    }
}
