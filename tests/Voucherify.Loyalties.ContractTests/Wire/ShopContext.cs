using System.Text.Json.Serialization;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>What a shop serializes itself.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(LoyaltyTransaction))]
[JsonSerializable(typeof(LoyaltyMember))]
[JsonSerializable(typeof(BalanceResult))]
[JsonSerializable(typeof(RedeemRewardRequest))]
[JsonSerializable(typeof(EarningRulePoints))]
[JsonSerializable(typeof(LoyaltyDate))]
[JsonSerializable(typeof(LoyaltyTransactionType))]
[JsonSerializable(typeof(LoyaltyMetadata))]
internal sealed partial class ShopContext : JsonSerializerContext;
