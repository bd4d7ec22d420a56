using System.Data.Common;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.WorkerProcess;

/// <summary>A store in which the process can end before and after the commit of each kind of change.</summary>
internal sealed class EndingStore(AdjustmentStore inner, EndingPoint point) : AdjustmentStore
{
    internal override DateTimeOffset Now => inner.Now;

    internal override bool AllowsManyWorkers => inner.AllowsManyWorkers;

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    internal override Task InitializeAsync(CancellationToken cancellationToken) => inner.InitializeAsync(cancellationToken);

    internal override Task TakeWorkerRoleAsync(CancellationToken cancellationToken) => inner.TakeWorkerRoleAsync(cancellationToken);

    internal override Task LeaveWorkerRoleAsync() => inner.LeaveWorkerRoleAsync();

    internal override async Task<T> RunAsync<T>(Func<IQueueRows, T> work, CancellationToken cancellationToken)
    {
        var change = "";
        var result = await inner.RunAsync(
            rows =>
            {
                var changed = work(rows);
                change = NameOf(changed);
                point.At(change + ".before-commit");
                return changed;
            },
            cancellationToken);
        point.At(change + ".after-commit");
        return result;
    }

    internal override Task<T> InsertAsync<T>(Func<IQueueRows, T> work, CancellationToken cancellationToken) =>
        inner.InsertAsync(work, cancellationToken);

    internal override Task<T> ReadAsync<T>(Func<IQueueRows, T> work, CancellationToken cancellationToken) =>
        inner.ReadAsync(work, cancellationToken);

    internal override Task<T> RunInAsync<T>(DbTransaction transaction, Func<IQueueRows, T> work, CancellationToken cancellationToken) =>
        inner.RunInAsync(transaction, work, cancellationToken);

    internal override Task WaitForWorkAsync(TimeSpan longest, CancellationToken cancellationToken) =>
        inner.WaitForWorkAsync(longest, cancellationToken);

    internal override void Wake() => inner.Wake();

    // What a change returns tells what it was. A claim of what may have been sent before is the release of an unknown row.
    private static string NameOf<T>(T result) => result switch
    {
        IReadOnlyList<Claim> { Count: > 0 } claims => claims.Any(static claim => claim.LooksFirst) ? "release" : "claim",
        ValueTuple<IReadOnlyList<SendOutcome>, bool> { Item1.Count: > 0 } => "finish",
        IReadOnlyList<StoredAdjustment> { Count: > 0 } => "match",
        int and > 0 => "admit",
        _ => "",
    };
}
