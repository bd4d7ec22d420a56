using Voucherify.Loyalties.Sandbox.Customers;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>What a payment would be.</summary>
/// <param name="Card">The card that pays.</param>
/// <param name="Order">The order.</param>
internal sealed record PaymentQuote(LoyaltyCard Card, ShopOrder Order)
{
    public string OrderId => Order.Id;

    public required long Points { get; init; }

    /// <summary>The amount, in minor units of the currency.</summary>
    public required long Amount { get; init; }

    /// <summary>The points for a minor unit of the currency.</summary>
    public required decimal Ratio { get; init; }

    /// <summary>The lowest of all limits.</summary>
    public required SpendingCap Cap { get; init; }

    /// <summary>The limit of the request, or null.</summary>
    public PaymentLimit? Limit { get; init; }
}
