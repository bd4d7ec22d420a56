using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Voucherify.Loyalties.Queue;

namespace Voucherify.Loyalties.Tool.Jobs;

/// <summary>The client of a command with a queue in a file, and a worker if the command sends.</summary>
internal sealed class QueueSession : IAsyncDisposable
{
    private readonly Session _session;
    private readonly ServiceProvider _services;
    private readonly List<IHostedService> _hosted;

    private QueueSession(Session session, ServiceProvider services)
    {
        _session = session;
        _services = services;
        _hosted = [.. services.GetServices<IHostedService>()];
    }

    public IAdjustmentJobs Jobs => _services.GetRequiredService<IAdjustmentJobs>();

    public IAdjustmentQueue Queue => _services.GetRequiredService<IAdjustmentQueue>();

    /// <summary>Opens the queue.</summary>
    /// <param name="shell">The consoles and the environment variables.</param>
    /// <param name="store">The file of the queue.</param>
    /// <param name="isJson">Whether the output is for a program.</param>
    /// <param name="sends">Whether the command sends what is in the queue.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    public static async Task<QueueSession> OpenAsync(
        Shell shell, string store, bool isJson, bool sends, CancellationToken cancellationToken)
    {
        var session = await Session.OpenAsync(shell, isJson, cancellationToken);
        var services = new ServiceCollection();
        services.AddSingleton(session.Client);
        var queue = services.AddVoucherifyLoyaltyQueue().UseSqlite(store);
        if (sends)
        {
            queue.WithWorker();
        }

        var opened = new QueueSession(session, services.BuildServiceProvider());
        foreach (var hosted in opened._hosted)
        {
            await hosted.StartAsync(cancellationToken);
        }

        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        // The worker waits for its calls, so that no outcome is left unknown.
        foreach (var hosted in _hosted)
        {
            await hosted.StopAsync(CancellationToken.None);
        }

        // The client belongs to the session.
        await _services.DisposeAsync();
        await _session.DisposeAsync();
    }
}
