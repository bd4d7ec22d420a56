using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Voucherify.Loyalties.Queue.Tests.Support;

namespace Voucherify.Loyalties.Queue.Tests.Outbox.EntityFramework;

/// <summary>An order and its points commit in one transaction of EF Core.</summary>
public sealed class EntityFrameworkTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("shop.db");

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_commits_with_an_order_is_sent_and_what_rolls_back_with_it_is_not()
    {
        await using var shop = new ShopContext(File);
        await shop.Database.EnsureCreatedAsync();
        await using var rig = new QueueRig(time => new SqliteAdjustmentStore(File, time));
        await rig.StartAsync();
        foreach (var (id, commits) in new[] { ("order-1", true), ("order-2", false), ("order-3", true) })
        {
            await using var transaction = await shop.Database.BeginTransactionAsync();
            shop.Orders.Add(new Order { Id = id });
            await shop.SaveChangesAsync();
            await rig.Queue.EnqueueAsync(rig.Item(id), shop.Database.CurrentTransaction!.GetDbTransaction());
            await (commits ? transaction.CommitAsync() : transaction.RollbackAsync());
            shop.ChangeTracker.Clear();
        }

        await rig.FinishAsync();

        Assert.Equal(["ANNA order-1 100", "ANNA order-3 100"], rig.Effects);
        Assert.Equal(["order-1", "order-3"], await shop.Orders.Select(static order => order.Id).ToListAsync());
    }
}
