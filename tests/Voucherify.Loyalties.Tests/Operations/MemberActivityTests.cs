using System.Text.Json;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Operations;

/// <summary>The payloads that the methods of an activity read from its raw JSON.</summary>
public sealed class MemberActivityTests
{
    private static readonly Dictionary<string, (string Schema, Func<MemberActivity, string?> Written)> Families = new()
    {
        ["customer.loyalty.tier."] = (
            "TierChangeEvent", static activity => Written(activity.AsTierChange(), V1Json.TierChangeEvent)),
        ["customer.voucher.loyalty_card.points_"] = (
            "CardPointsEvent", static activity => Written(activity.AsCardPoints(), V1Json.CardPointsEvent)),
        ["customer.voucher.loyalty_card.pending_points."] =
            ("PendingPointsEvent", static activity => Written(activity.AsPendingPoints(), V1Json.PendingPointsEvent)),
        ["customer.redemption."] = (
            "RedemptionEvent", static activity => Written(activity.AsRedemption(), V1Json.RedemptionEvent)),
        ["customer.reward_redemptions."] = (
            "RewardRedemptionEvent",
            static activity => Written(activity.AsRewardRedemption(), V1Json.RewardRedemptionEvent)),
        ["customer.voucher.deleted"] = (
            "VoucherDeletedEvent", static activity => Written(activity.AsVoucherDeleted(), V1Json.VoucherDeletedEvent)),
    };

    public static TheoryData<string> Types =>
    [
        .. typeof(MemberActivityType).GetFields().Where(static value => value.IsLiteral)
            .Select(static value => (string)value.GetRawConstantValue()!),
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public void Each_type_of_activity_has_its_payload_or_none(string type)
    {
        foreach (var (family, (schema, written)) in Families)
        {
            var sample = SampleResponses.Of(schema);
            var read = written(Activity(type, sample));

            if (type.StartsWith(family, StringComparison.Ordinal))
            {
                Assert.True(JsonNode.DeepEquals(sample, JsonNode.Parse(read!)), read);
            }
            else
            {
                Assert.Null(read);
            }
        }
    }

    [Fact]
    public void Activity_types_without_a_payload_method_are_known()
    {
        var without = Types.Select(static row => row.Data).Where(
            static type => !Families.Keys.Any(family => type.StartsWith(family, StringComparison.Ordinal)));

        Assert.Equal(
            ["customer.publication.succeeded", "customer.publication.failed", "customer.rewarded", "customer.rewarded.loyalty_points"],
            without);
    }

    [Theory]
    [InlineData("""{"type":"customer.from.tomorrow","data":{"data":{"novelty":[1]}}}""", """{"novelty":[1]}""")]
    [InlineData("""{"type":"customer.loyalty.tier.joined","data":{"data":["a"],"event_source":"API"}}""", """["a"]""")]
    [InlineData("""{"type":"customer.loyalty.tier.joined","data":{"data":null,"event_source":null}}""", null)]
    [InlineData("""{"type":"customer.loyalty.tier.joined","data":[{"data":1}]}""", null)]
    [InlineData("""{"type":"customer.loyalty.tier.joined","data":"text"}""", null)]
    [InlineData("""{"type":null,"data":null}""", null)]
    [InlineData("{}", null)]
    public void An_activity_of_any_shape_is_read_and_keeps_its_JSON(string json, string? payload)
    {
        var activity = JsonSerializer.Deserialize(json, V1Json.MemberActivity)!;

        Assert.All(Families.Values, family => Assert.Null(family.Written(activity)));
        Assert.Null(activity.GetEventSource());
        Assert.Equal(payload, activity.Payload?.GetRawText());
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse(json)!["data"],
            JsonNode.Parse(JsonSerializer.Serialize(activity, V1Json.MemberActivity))!["data"]));
    }

    [Fact]
    public void An_activity_is_read_member_by_member()
    {
        var activity = JsonSerializer.Deserialize(
            """
            {"type":"customer.loyalty.tier.joined","data":{"data":{"customer":7,"loyalty_tier":{"id":"lt_1","name":"Gold \ud83d"},
            "created_at":"soon","campaign":[]},"event_source":{"channel":"API","api_key":"x"}}}
            """,
            V1Json.MemberActivity)!;

        var read = activity.AsTierChange()!;

        Assert.Equal((null, "lt_1", "Gold \ufffd"), (read.Customer, read.LoyaltyTier?.Id, read.LoyaltyTier?.Name));
        Assert.Equal(["customer", "created_at"], UnreadableMembers.Of(read)?.Paths);
        Assert.Equal(7, UnreadableMembers.Of(read)?.Json.GetProperty("customer").GetInt32());
        Assert.Equal(EventChannel.Api, activity.GetEventSource()?.Channel);
    }

    [Theory]
    [InlineData("\"redemption\"", "redemption", null, "7", 7)]
    [InlineData("""{"id":"r_1","type":"redemption"}""", null, "r_1", """{"amount":-7}""", -7)]
    [InlineData("""{"id":"r_1"}""", null, "r_1", "7.0", 7)]
    [InlineData("""{"id":"r_1"}""", null, "r_1", "null", null)]
    [InlineData("null", null, null, """{"amount":0.5}""", null)]
    [InlineData("null", null, null, """{"total":5}""", null)]
    public void The_source_of_a_reward_redemption_is_a_string_or_an_object(
        string source, string? text, string? id, string balance, int? points)
    {
        var activity = Activity(
            "customer.reward_redemptions.completed",
            new JsonObject { ["source"] = JsonNode.Parse(source), ["balance"] = JsonNode.Parse(balance) });

        var read = activity.AsRewardRedemption()!;

        Assert.Equal((text, id), (read.Source?.Text, read.Source?.Value?.Id));
        Assert.Equal(points, read.Points);
    }

    [Fact]
    public void The_event_source_of_an_activity_is_read()
    {
        var activity = Activity("customer.rewarded", [], SampleResponses.Of("EventSource"));

        SampleResponses.AssertComplete("EventSource", activity.GetEventSource()!, V1Json.EventSource);
    }

    private static MemberActivity Activity(string type, JsonObject payload, JsonObject? source = null)
    {
        var json = new JsonObject
        {
            ["type"] = type,
            ["data"] = new JsonObject { ["data"] = payload.DeepClone(), ["event_source"] = source },
        };
        return json.Deserialize(V1Json.MemberActivity)!;
    }

    private static string? Written<T>(T? value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
        where T : class => value is null ? null : JsonSerializer.Serialize(value, type);
}
