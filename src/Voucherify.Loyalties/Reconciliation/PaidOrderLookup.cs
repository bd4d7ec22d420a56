using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Generated.Platform.Api;
using Voucherify.Loyalties.Models.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Reads the id that the service gave the order of a payment, if the payment names another one.</summary>
internal sealed class PaidOrderLookup(Func<IOrdersApi> createApi, TransactionPageReader reader)
{
    private IOrdersApi Api => field ??= createApi();

    /// <summary>Reads the id.</summary>
    /// <exception cref="LoyaltyException">The order could not be read.</exception>
    public async Task ResolveAsync(PaidOrder order, PageLimits limits)
    {
        if (order.Id is null)
        {
            var (found, _, _) = await reader.ReadAsync(
                PlatformOperations.GetOrder,
                () => Api.GetOrder(order.Name),
                static found => found.Id.HasValue,
                limits).ConfigureAwait(false);
            order.Id = found.Id.Value;
        }
    }
}
