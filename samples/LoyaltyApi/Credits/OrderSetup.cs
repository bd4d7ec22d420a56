namespace LoyaltyApi.Credits;

/// <summary>Registers the orders, and the queue in their database.</summary>
internal static class OrderSetup
{
    /// <summary>
    /// Registers them. <c>Shop:Database</c> is the file. Without an application key, the sandbox forgets its cards when the program ends,
    /// so each run then has a file of its own.
    /// </summary>
    public static void AddOrders(this WebApplicationBuilder builder)
    {
        var file = builder.Configuration["Shop:Database"]
            ?? (builder.Configuration["Voucherify:AppId"] is null ? Path.GetTempFileName() : "shop.db");
        builder.Services.AddVoucherifyLoyaltyQueue().UseSqlite(file).WithWorker();
        builder.Services.AddSingleton(new ShopDatabase(file));
        builder.Services.AddSingleton<OrderStore>();
        builder.Services.AddSingleton<OrderCredits>();
    }
}
