using Voucherify.Loyalties.Sandbox.Listing;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>What lists of transactions have in common: their orders, newest first by default.</summary>
internal static class TransactionSchema
{
    /// <summary>Creates the schema of a list.</summary>
    /// <param name="prefix">The prefix of its cursors.</param>
    /// <param name="orders">What it can be sorted by.</param>
    /// <param name="id">Returns the id of a row.</param>
    /// <param name="createdAt">Returns the time of a row.</param>
    /// <param name="filters">What it can be filtered by, apart from the time.</param>
    public static ListSchema<T> Create<T>(
        string prefix,
        SandboxListOrders orders,
        Func<T, string> id,
        Func<T, DateTimeOffset> createdAt,
        params (string Name, FilterField<T> Field)[] filters)
    {
        var allowed = new Dictionary<string, Func<T, IComparable>>(StringComparer.Ordinal);
        if (orders != SandboxListOrders.CreatedAt)
        {
            allowed.Add("id", id);
        }

        if (orders != SandboxListOrders.Id)
        {
            allowed.Add("created_at", row => createdAt(row));
        }

        return new ListSchema<T>(prefix, orders == SandboxListOrders.CreatedAt ? "-created_at" : "-id")
        {
            Id = id,
            Orders = allowed,
            Filters = filters.Append(("created_at", FilterFields.Time<T>(row => createdAt(row))))
                .ToDictionary(static filter => filter.Item1, static filter => filter.Item2, StringComparer.Ordinal),
            BindsLimit = true,
        };
    }
}
