using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>A type of a shop with values of the package.</summary>
internal sealed record Receipt(
    MemberId Card,
    LoyaltyTransactionType Type,
    LoyaltyTransactionType? Other,
    LoyaltyDate Day,
    Dictionary<MemberId, TransactionOrder> Orders,
    PriorAttempt Prior);
