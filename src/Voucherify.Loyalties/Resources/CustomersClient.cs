using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources;

/// <summary>The hand-written part: a new customer needs an id, and a customer that is gone counts as deleted.</summary>
internal sealed partial class CustomersClient
{
    /// <inheritdoc/>
    public Task<LoyaltyCustomer> UpsertCustomerAsync(
        CustomerInput request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        CustomerRules.RequireId(request);
        return _context.Dispatcher.SendAsync(
            PlatformOperations.UpsertCustomer, () => _api.UpsertCustomer(request), options, cancellationToken);
    }

    /// <inheritdoc/>
    public Task DeleteCustomerAsync(
        CustomerId customerId,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        DeleteAsync(IdCheck.Require(customerId), options, cancellationToken);

    private async Task DeleteAsync(string customer, RequestOptions? options, CancellationToken cancellationToken)
    {
        try
        {
            await _context.Dispatcher.SendAsync(
                PlatformOperations.DeleteCustomer, () => _api.DeleteCustomer(customer), options, cancellationToken).ConfigureAwait(false);
        }
        catch (LoyaltyOutcomeUnknownException error) when (LostDeletion.IsGone(error))
        {
            // An earlier attempt may have deleted the customer, and now it is gone.
        }
    }
}
