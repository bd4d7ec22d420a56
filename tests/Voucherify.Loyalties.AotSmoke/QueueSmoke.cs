using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Voucherify.Loyalties.Queue;

namespace Voucherify.Loyalties.AotSmoke;

/// <summary>Enqueues an adjustment and lets a worker send it, in a native program.</summary>
internal static class QueueSmoke
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends one adjustment from a store in memory, and one from a SQLite file.</summary>
    /// <returns>Whether both were applied.</returns>
    public static async Task<bool> RunAsync(HttpMessageHandler handler)
    {
        var folder = Directory.CreateTempSubdirectory("voucherify-aot-");
        try
        {
            var file = Path.Combine(folder.FullName, "queue.db");
            return await SendAsync(handler, static builder => builder.UseInMemory())
                && await SendAsync(handler, builder => builder.UseSqlite(file));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<bool> SendAsync(HttpMessageHandler handler, Action<LoyaltyQueueBuilder> useStore)
    {
        var services = new ServiceCollection();
        services
            .AddVoucherifyLoyalties(static options =>
            {
                options.Credentials = LoyaltyCredentials.ApiKey("id", "token");
                options.Ordering.SettleDelay = TimeSpan.FromMilliseconds(10);
            })
            .ConfigurePrimaryHttpMessageHandler(() => handler);
        useStore(services.AddVoucherifyLoyaltyQueue().WithWorker());
        await using var provider = services.BuildServiceProvider();
        var hosted = provider.GetServices<IHostedService>().ToList();
        foreach (var service in hosted)
        {
            await service.StartAsync(default);
        }

        await using var file = new MemoryStream("member_id,points,source_id\nCARD,100,order-1\n"u8.ToArray());
        var jobs = provider.GetRequiredService<IAdjustmentJobs>();
        using var patience = new CancellationTokenSource(Patience);
        await jobs.SubmitAsync("job-1", AdjustmentCsv.ReadAsync(file), patience.Token);
        var progress = await jobs.WaitAsync("job-1", patience.Token);
        foreach (var service in hosted)
        {
            await service.StopAsync(default);
        }

        var status = await provider.GetRequiredService<IAdjustmentQueue>().GetAsync("CARD", "order-1");
        return progress is { Applied: 1 } && status is { State: AdjustmentState.Applied, Balance: 1100 };
    }
}
