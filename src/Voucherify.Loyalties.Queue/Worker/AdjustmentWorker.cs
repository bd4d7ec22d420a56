using Microsoft.Extensions.Hosting;
using Voucherify.Loyalties.Queue.Sending;
using Voucherify.Loyalties.Queue.Settlement;

namespace Voucherify.Loyalties.Queue.Worker;

/// <summary>Sends what is in the queue, as long as the host runs. On shutdown, it waits for its calls.</summary>
/// <param name="store">The queue's rows.</param>
/// <param name="client">Makes the calls.</param>
/// <param name="settings">How to work.</param>
internal sealed class AdjustmentWorker(AdjustmentStore store, ILoyaltyClient client, WorkerSettings settings) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The first call would otherwise run on the thread that starts the host.
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (AdjustmentStoreInUseException)
            {
                settings.Log.StoreInUse();
                await DelayAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (AdjustmentStoreException error) when (!error.IsReplaced)
            {
                settings.Log.StoreFailed(error);
                await DelayAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (AdjustmentStoreException error)
            {
                settings.Log.StoreReplaced(error);
                throw;
            }
        }
    }

    private async Task RunAsync(CancellationToken stoppingToken)
    {
        await store.InitializeAsync(stoppingToken).ConfigureAwait(false);
        await store.TakeWorkerRoleAsync(stoppingToken).ConfigureAwait(false);
        try
        {
            var session = await WorkerSession.BeginAsync(store, client.Times, settings.Options, stoppingToken).ConfigureAwait(false);
            var restore = new RestorePass(store, client, session, settings);
            if (await restore.RunAsync(stoppingToken).ConfigureAwait(false))
            {
                await new WorkerLoop(store, client, settings, session).RunAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        finally
        {
            await store.LeaveWorkerRoleAsync().ConfigureAwait(false);
        }
    }

    private async Task DelayAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(settings.Options.PollingInterval, settings.Time, stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }
}
