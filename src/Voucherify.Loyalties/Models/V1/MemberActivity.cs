using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.V1;

/// <remarks>
/// The methods <c>As...</c> read the payload of a family of types, and return null for every other type. A member of the payload that
/// cannot be read is missing, and <see cref="UnreadableMembers"/> names it. The methods never throw, and <see cref="Payload"/> always has
/// the JSON. Publications and <c>customer.rewarded</c> have no method.
/// </remarks>
public sealed partial record MemberActivity
{
    /// <summary>The payload as the service sent it; null if there is none. Its shape depends on <see cref="Type"/>.</summary>
    [JsonIgnore]
    public JsonElement? Payload => Part("data");

    /// <summary>Who or what caused it; null if the service does not say.</summary>
    public EventSource? GetEventSource() => TolerantReading.Read(Part("event_source"), V1Json.EventSource);

    /// <summary>The payload of a type <c>customer.loyalty.tier.*</c>.</summary>
    public TierChangeEvent? AsTierChange() => ReadAs("customer.loyalty.tier.", V1Json.TierChangeEvent);

    /// <summary>The payload of a type <c>customer.voucher.loyalty_card.points_*</c>: added, transferred, expired.</summary>
    public CardPointsEvent? AsCardPoints() => ReadAs("customer.voucher.loyalty_card.points_", V1Json.CardPointsEvent);

    /// <summary>The payload of a type <c>customer.voucher.loyalty_card.pending_points.*</c>.</summary>
    public PendingPointsEvent? AsPendingPoints() => ReadAs("customer.voucher.loyalty_card.pending_points.", V1Json.PendingPointsEvent);

    /// <summary>The payload of a type <c>customer.redemption.*</c>, rollbacks included.</summary>
    public RedemptionEvent? AsRedemption() => ReadAs("customer.redemption.", V1Json.RedemptionEvent);

    /// <summary>The payload of a type <c>customer.reward_redemptions.*</c>.</summary>
    public RewardRedemptionEvent? AsRewardRedemption() => ReadAs("customer.reward_redemptions.", V1Json.RewardRedemptionEvent);

    /// <summary>The payload of the type <c>customer.voucher.deleted</c>.</summary>
    public VoucherDeletedEvent? AsVoucherDeleted() => ReadAs("customer.voucher.deleted", V1Json.VoucherDeletedEvent);

    private JsonElement? Part(string name) =>
        Data is { ValueKind: JsonValueKind.Object } data && data.TryGetProperty(name, out var part) && part.ValueKind != JsonValueKind.Null
            ? part
            : null;

    private T? ReadAs<T>(string family, JsonTypeInfo<T> type)
        where T : class => Type?.Value.StartsWith(family, StringComparison.Ordinal) == true ? TolerantReading.Read(Payload, type) : null;
}
