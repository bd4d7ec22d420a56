using Microsoft.Extensions.Hosting;

namespace Voucherify.Loyalties.Queue.Worker;

/// <summary>Creates or migrates the schema when the host starts. Later, a transaction of the program may hold the database.</summary>
internal sealed class StoreInitializer(AdjustmentStore store) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => store.InitializeAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
