using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Generated.Platform.Api;

namespace Voucherify.Loyalties.Resources;

/// <summary>Reads the activity of customers as evidence.</summary>
internal sealed class CustomerActivityReads(ResourceContext context)
{
    private const int PageSize = 100;

    /// <summary>Reads the events that a customer has caused since the first send of a write.</summary>
    /// <param name="customer">The id of the customer, given by the service or by the caller.</param>
    /// <param name="moment">When the search takes place.</param>
    /// <returns>The events, and whether a cache stored a page some time ago.</returns>
    public async Task<(IReadOnlyList<CustomerActivity> Events, bool IsCached)> ReadEventsAsync(string customer, SearchMoment moment)
    {
        var (api, reads) = (context.Apis.Create<ICustomersApi>(), context.Searched.Reads);
        var list = new EvidenceList<CustomerActivity>(
            cursor => reads.ReadAsync(
                PlatformOperations.ListCustomerActivity,
                () => api.ListCustomerActivity(customer, Query(cursor).ToValues()),
                static page => page.Data,
                Next,
                moment),
            static row => row.CreatedAt);
        return (await list.ReadSinceFirstSendAsync(moment).ConfigureAwait(false), list.IsCached);
    }

    private static ListCustomerActivityQuery Query(string? cursor) => new()
    {
        Limit = PageSize,
        Order = CustomerActivityOrder.CreatedAtDescending,
        StartingAfterId = cursor,
        Type = CustomerActivityType.CustomerCustomEvent,
    };

    // Without a cursor of the service, a full page is continued after its last activity.
    private static string? Next(CustomerActivityList page) => page.HasMore == false
        ? null
        : page.MoreStartingAfter ?? (page.Data!.Count >= PageSize ? page.Data[^1].Id : null);
}
