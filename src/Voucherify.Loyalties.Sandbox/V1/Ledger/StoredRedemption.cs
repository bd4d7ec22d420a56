using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>A reward that a member buys.</summary>
/// <param name="Id">The id, <c>r_...</c>.</param>
/// <param name="Reward">The reward and its price.</param>
/// <param name="Order">The order of the reward.</param>
/// <param name="Holder">What is known about the member; null if a test added the card.</param>
/// <param name="Metadata">The metadata of the request, as it was received; null if there is none.</param>
internal sealed record StoredRedemption(string Id, PricedReward Reward, Order Order, Customer? Holder, JsonElement? Metadata);
