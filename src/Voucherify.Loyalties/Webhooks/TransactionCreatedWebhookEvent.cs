using System.Text.Json;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.Webhooks;

namespace Voucherify.Loyalties;

/// <summary>
/// The points of a card changed (<see cref="LoyaltyWebhookTypes.TransactionCreated"/>): an accrual, an addition, a removal, a redemption, a
/// refund, an expiration, or one side of a transfer.
/// </summary>
public sealed record TransactionCreatedWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>
    /// The card, the campaign, the customer and the balance, as far as the webhook has them; null if they have another shape.
    /// </summary>
    public CardPointsEvent? Data { get; init; }

    /// <summary>
    /// The transaction. It is read from the member <c>transaction</c> of the data, or else from the data themselves. That is an assumption:
    /// the vendor names the members of this webhook but shows no example. Null if neither has an id.
    /// </summary>
    public LoyaltyTransaction? Transaction { get; init; }

    internal static TransactionCreatedWebhookEvent Create(string type, JsonElement? data, CardPointsEvent? cardPoints) => new()
    {
        Type = type,
        Data = cardPoints,
        Transaction = Read(WebhookJson.Member(data, "transaction")) ?? Read(data),
    };

    private static LoyaltyTransaction? Read(JsonElement? json) =>
        WebhookJson.Read(json, V1Json.LoyaltyTransaction) is { Id.Length: > 0 } transaction ? transaction : null;
}
