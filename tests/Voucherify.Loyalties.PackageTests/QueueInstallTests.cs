using Voucherify.Loyalties.PackageTests.Support;

namespace Voucherify.Loyalties.PackageTests;

/// <summary>The queue in a new project, from its packages.</summary>
public sealed class QueueInstallTests(PackedPackages packages)
{
    private const string Program = """
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Hosting;
        using Voucherify.Loyalties;
        using Voucherify.Loyalties.Queue;
        using Voucherify.Loyalties.Sandbox;

        var sandbox = LoyaltySandbox.Create();
        sandbox.V1.AddCard("ANNA", points: 500);
        var services = new ServiceCollection();
        services.AddSingleton<ILoyaltyClient>(new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler()));
        services.AddVoucherifyLoyaltyQueue().UseSqlite("shop.db").WithWorker();
        await using var provider = services.BuildServiceProvider();
        var hosted = provider.GetServices<IHostedService>().ToList();
        foreach (var service in hosted)
        {
            await service.StartAsync(default);
        }

        var queue = provider.GetRequiredService<IAdjustmentQueue>();
        await queue.EnqueueAsync(new QueuedAdjustment { MemberId = "ANNA", Points = 100, SourceId = "order-1" });
        while ((await queue.GetAsync("ANNA", "order-1"))!.State != AdjustmentState.Applied)
        {
            await Task.Delay(20);
        }

        foreach (var service in hosted)
        {
            await service.StopAsync(default);
        }

        Console.WriteLine($"{sandbox.V1.GetCard("ANNA").Balance} points");
        """;

    private const string Machine = """
        using Microsoft.Extensions.DependencyInjection;
        using Voucherify.Loyalties.Queue;

        var services = new ServiceCollection();
        services.AddVoucherifyLoyaltyQueue().UsePostgreSql("Host=127.0.0.1;Port=1;Username=shop;Database=shop;Timeout=1");
        await using var provider = services.BuildServiceProvider();
        var queue = provider.GetRequiredService<IAdjustmentQueue>();
        try
        {
            await queue.EnqueueAsync(new QueuedAdjustment { MemberId = "ANNA", Points = 100, SourceId = "order-1" });
        }
        catch (AdjustmentStoreException)
        {
            Console.WriteLine("no server");
        }
        """;

    [Fact]
    public async Task A_fresh_project_without_a_server_is_told_so()
    {
        using var project = await FreshProject.CreateAsync(packages.Folder);
        await project.AddAsync(packages.PostgreSqlQueue);

        var program = await project.RunAsync(Machine);

        program.Expect(program.Lines.SequenceEqual(["no server"]), "no server");
    }

    [Fact]
    public async Task An_adjustment_that_is_enqueued_in_a_fresh_project_is_applied()
    {
        using var project = await FreshProject.CreateAsync(packages.Folder);
        await project.AddAsync(packages.SqliteQueue);
        await project.AddAsync(packages.Sandbox);

        var program = await project.RunAsync(Program);

        program.Expect(program.Lines.SequenceEqual(["600 points"]), "600 points");
    }
}
