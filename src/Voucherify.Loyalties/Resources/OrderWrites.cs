using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Generated.Platform.Api;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.Resources;

/// <summary>Writes orders, and reads them after a lost response.</summary>
/// <param name="context">What the resource clients share.</param>
/// <param name="api">Builds the requests.</param>
/// <param name="options">The caller's options.</param>
/// <param name="cancellationToken">The caller's token.</param>
internal sealed class OrderWrites(ResourceContext context, IOrdersApi api, RequestOptions? options, CancellationToken cancellationToken)
{
    /// <summary>Writes an order.</summary>
    /// <param name="write">The operation.</param>
    /// <param name="build">Builds its request.</param>
    /// <param name="body">What the order is to be.</param>
    /// <param name="id">The id of the order, given by the service or by the caller.</param>
    public Task<OrderCalculated> SendAsync(
        Operation<OrderCalculated> write, Func<Task<HttpRequestMessage>> build, IJsonBody body, string id)
    {
        var search = new OrderSearch(body, limited => context.Dispatcher.SendAsync(
            PlatformOperations.GetOrder, () => api.GetOrder(id), limited, cancellationToken));
        var call = new SearchedCall<OrderCalculated>(
            limited => context.Dispatcher.SendAsync(write, build, limited, cancellationToken), search.FindAsync)
        {
            // A second report may earn points twice.
            MayRepeat = false,
        };
        return context.Searched.SendAsync(call, options, cancellationToken);
    }
}
