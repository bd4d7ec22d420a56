using System.Net;
using System.Text.Json;
using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.Resources;

/// <summary>Reads an order after a lost response, and tells whether it is as a request wants it.</summary>
/// <param name="body">What the order is to be.</param>
/// <param name="read">Reads the order.</param>
internal sealed class OrderSearch(IJsonBody body, Func<RequestOptions, Task<OrderCalculated>> read)
{
    // Requests identify customers in other ways than orders do.
    private static readonly string[] NotCompared = ["customer", "referrer"];

    private static readonly string[] Telling = ["status", "amount", "initial_amount", "discount_amount", "items", "metadata"];

    /// <summary>Reads once.</summary>
    public async Task<SearchResult<OrderCalculated>> FindAsync(SearchMoment moment)
    {
        try
        {
            var order = await read(moment.Options).ConfigureAwait(false);
            return IsAsWanted(order) ? SearchResult<OrderCalculated>.Of(order) : SearchResult<OrderCalculated>.Absent;
        }
        catch (LoyaltyApiException error) when (error.StatusCode == HttpStatusCode.NotFound)
        {
            return SearchResult<OrderCalculated>.Absent;
        }
    }

    /// <summary>Whether an order has all that the request sets. A request that sets nothing of the order itself cannot be told.</summary>
    private bool IsAsWanted(OrderCalculated order)
    {
        var actual = JsonSerializer.SerializeToElement(order, PlatformJson.OrderCalculated);
        var wanted = JsonContent.Of(body).EnumerateObject()
            .Where(static member => !NotCompared.Contains(member.Name, StringComparer.Ordinal))
            .ToList();
        return wanted.Exists(static member => Telling.Contains(member.Name, StringComparer.Ordinal))
            && wanted.TrueForAll(member => JsonContent.HasMember(actual, member.Name, member.Value));
    }
}
