using System.Text.Json;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.Webhooks;

namespace Voucherify.Loyalties;

/// <summary>
/// Points of a card moved (<see cref="LoyaltyWebhookTypes.TransactionCreated"/>): an accrual, an addition, a removal, a redemption, a refund,
/// an expiration, or a half of a transfer.
/// </summary>
public sealed record TransactionCreatedWebhookEvent : LoyaltyWebhookEvent
{
    /// <summary>The card, the campaign, the customer and the balance, where the webhook has them; null where they have another shape.</summary>
    public CardPointsEvent? Data { get; init; }

    /// <summary>
    /// The transaction. It is read from the data's member <c>transaction</c>, or else from the data themselves: the vendor names
    /// the members of this webhook but shows no example (assumed). Null where neither has an id.
    /// </summary>
    public LoyaltyTransaction? Transaction { get; init; }

    internal static TransactionCreatedWebhookEvent Create(string type, JsonElement? data, CardPointsEvent? cardPoints) => new()
    {
        Type = type,
        Data = cardPoints,
        Transaction = Read(WebhookJson.Member(data, "transaction")) ?? Read(data),
    };

    private static LoyaltyTransaction? Read(JsonElement? json) =>
        WebhookJson.Read(json, V1Json.LoyaltyTransaction) is { Id: not null } transaction ? transaction : null;
}
