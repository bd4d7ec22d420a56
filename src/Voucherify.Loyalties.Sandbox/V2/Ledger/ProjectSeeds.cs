namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Changes what belongs to no program, for tests.</summary>
internal static class ProjectSeeds
{
    /// <summary>Defines a custom event, and returns the id of its schema.</summary>
    public static string AddEvent(V2Store store, string name) => store.Shop.Events.Define(name);

    /// <summary>Adds a benefit, and returns its id.</summary>
    public static string AddBenefit(V2Store store, string name, long? stock, DateTimeOffset now) =>
        store.Configuration.Benefits.Add(name, stock, now).Id;

    /// <summary>Removes an order, or returns false if there is none.</summary>
    public static bool RemoveOrder(V2Store store, string orderId) => store.Shop.Orders.Remove(orderId);
}
