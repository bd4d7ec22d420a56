using System.Text.Json.Serialization;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.AotWebSmoke;

/// <summary>What the API sends and receives, as its author would write it.</summary>
[JsonSerializable(typeof(Receipt))]
[JsonSerializable(typeof(BalanceResult))]
[JsonSerializable(typeof(LoyaltyTransaction))]
[JsonSerializable(typeof(List<LoyaltyTransaction>))]
[JsonSerializable(typeof(LoyaltyMember))]
[JsonSerializable(typeof(LoyaltyDate))]
[JsonSerializable(typeof(LoyaltyTransactionType))]
internal sealed partial class ShopContext : JsonSerializerContext;
