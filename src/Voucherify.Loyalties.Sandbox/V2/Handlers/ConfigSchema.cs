using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>What lists of configuration can be sorted and filtered by.</summary>
internal static class ConfigSchema
{
    private static readonly Dictionary<string, Func<ConfigResource, IComparable>> Orders = new(StringComparer.Ordinal)
    {
        ["created_at"] = static row => row.CreatedAt,
        ["name"] = static row => row.Name,
        ["type"] = static row => row.Type,
        ["status"] = static row => row.Status,
    };

    public static ListSchema<ConfigResource> Create(ResourceKind kind) => new(kind.CursorPrefix, "-created_at")
    {
        Id = static row => row.Id,
        Orders = Orders.Where(pair => kind.Orders.Contains(pair.Key, StringComparer.Ordinal))
            .ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.Ordinal),
        Filters = Filters(kind),
    };

    // Rewards have no filter of their status, and tiers have none at all (documented).
    private static Dictionary<string, FilterField<ConfigResource>> Filters(ResourceKind kind)
    {
        var filters = new Dictionary<string, FilterField<ConfigResource>>(StringComparer.Ordinal);
        if (kind == ResourceKinds.Tier)
        {
            return filters;
        }

        filters["id"] = FilterFields.Id<ConfigResource>(kind.IdPrefix, static row => row.Id);
        filters["name"] = FilterFields.Text<ConfigResource>(static row => row.Name);
        filters["created_at"] = FilterFields.Time<ConfigResource>(static row => row.CreatedAt);
        if (kind == ResourceKinds.CardDefinition)
        {
            filters["updated_at"] = FilterFields.Time<ConfigResource>(static row => row.UpdatedAt);
        }

        if (kind.Properties.ContainsKey("type"))
        {
            filters["type"] = FilterFields.Text<ConfigResource>(static row => row.Type);
        }

        if (kind != ResourceKinds.Reward)
        {
            filters["status"] = FilterFields.OneOf<ConfigResource>(
                static row => row.Status, ResourceStatus.Draft, ResourceStatus.Active, ResourceStatus.Inactive);
        }

        return filters;
    }
}
