using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.AotWebSmoke;

/// <summary>A type of the API with values of the package.</summary>
internal sealed record Receipt(MemberId Card, LoyaltyTransactionType Type, LoyaltyDate Day, LoyaltyMetadata Metadata);
