using System.Text.Json;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>
/// The points of a card changed (<see cref="LoyaltyWebhookTypes.TransactionCreated"/>): an accrual, an addition, a removal, a redemption, a
/// refund, an expiration, or one side of a transfer.
/// </summary>
public sealed record TransactionCreatedWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>
    /// The card, the campaign, the holder with the tier, the balance, and what moved the points: an order, an event, an earning rule, a
    /// redemption or a transfer. Null if there are none.
    /// </summary>
    public TransactionEvent? Data { get; init; }

    /// <summary>
    /// The transaction: the member <c>transaction</c> of the data, as the vendor documents it, or else the data themselves if they have an
    /// id. Null if there is none.
    /// </summary>
    public LoyaltyTransaction? Transaction { get; init; }

    internal static TransactionCreatedWebhookEvent Create(string type, JsonElement? data)
    {
        var read = TolerantReading.Read(data, V1Json.TransactionEvent);
        return new() { Type = type, Data = read, Transaction = read?.Transaction ?? Bare(data) };
    }

    private static LoyaltyTransaction? Bare(JsonElement? data) =>
        TolerantReading.Read(data, V1Json.LoyaltyTransaction) is { Id.Length: > 0 } transaction ? transaction : null;
}
