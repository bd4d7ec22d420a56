using Microsoft.EntityFrameworkCore;

namespace Voucherify.Loyalties.Queue.Tests.Outbox.EntityFramework;

/// <summary>The database of a shop.</summary>
public sealed class ShopContext(string file) : DbContext
{
    public DbSet<Order> Orders => Set<Order>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite($"Data Source={file}");
}
