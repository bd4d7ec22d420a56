using System.Text.Json;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Ids;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Tests.Validation;

public sealed class TypedIdTests
{
    [Fact]
    public void A_string_converts_to_an_id_and_the_value_is_the_string()
    {
        MemberId id = "ANNA";

        Assert.Equal(("ANNA", "ANNA", true), (id.Value, id.ToString(), id.HasValue));
        Assert.Equal(new MemberId("ANNA"), id);
        Assert.NotEqual(new MemberId("anna"), id);
    }

    [Fact]
    public void A_default_id_and_an_id_from_a_null_string_have_no_value()
    {
        MemberId none = null;

        Assert.Equal(default, none);
        Assert.Equal((string.Empty, string.Empty, false), (none.Value, none.ToString(), none.HasValue));
    }

    [Fact]
    public void Parsing_an_id_accepts_any_string_that_is_not_blank()
    {
        Assert.Equal("ANNA", MemberId.Parse("ANNA").Value);
        Assert.True(CampaignId.TryParse("Loyalty Campaign", null, out var campaign));
        Assert.Equal("Loyalty Campaign", campaign.Value);
        Assert.False(CampaignId.TryParse(" ", null, out campaign));
        Assert.False(campaign.HasValue);
        Assert.Throws<FormatException>(() => MemberId.Parse(""));
    }

    [Fact]
    public void Ids_are_sorted_ordinally() =>
        Assert.Equal([default, "A", "B", "a"], new MemberId[] { "a", "B", default, "A" }.Order());

    [Fact]
    public void An_id_is_a_string_or_null_in_JSON()
    {
        var ids = new Dictionary<MemberId, CampaignId> { ["ANNA"] = "camp_1", ["BEN"] = default };

        var json = JsonSerializer.Serialize(ids);

        Assert.Equal("""{"ANNA":"camp_1","BEN":null}""", json);
        Assert.Equal(ids, JsonSerializer.Deserialize<Dictionary<MemberId, CampaignId>>(json));
    }

    [Theory]
    [InlineData("""{"code":"ANNA","campaign_id":"camp_1"}""", "ANNA", "camp_1")]
    [InlineData("""{"code":null}""", "", "")]
    [InlineData("{}", "", "")]
    public void An_absent_id_in_a_response_is_the_default(string json, string code, string campaign)
    {
        var member = JsonSerializer.Deserialize(json, V1Json.LoyaltyMember)!;

        Assert.Equal((code, campaign), (member.Code.Value, member.CampaignId.Value));
        Assert.Equal(code.Length > 0, member.Code.HasValue);
    }

    [Fact]
    public void An_id_without_a_value_is_not_written() =>
        Assert.Equal("{}", JsonSerializer.Serialize(new LoyaltyMember(), V1Json.LoyaltyMember));

    [Theory]
    [InlineData("ANNA")]
    [InlineData("v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF")]
    [InlineData("Camp_1")]
    public void An_id_that_does_not_look_like_another_kind_of_id_is_accepted_for_a_member(string id) =>
        Assert.Equal(id, IdCheck.Require<MemberId>(id));

    [Theory]
    [InlineData("camp_FNYR4jhqZBM9xTptxDGgeNBV")]
    [InlineData("Loyalty Campaign")]
    [InlineData("v_1")]
    [InlineData("v_0aMj6Mdp0i3zuXr")]
    [InlineData("v_0aMj6Mdp0i3zuXrd-2026")]
    public void A_campaign_can_be_given_by_a_name_that_only_resembles_an_id(string id) =>
        Assert.Equal(id, IdCheck.Require<CampaignId>(id));

    [Fact]
    public void A_campaign_id_in_the_place_of_a_member_id_is_rejected()
    {
        MemberId memberId = "camp_1";

        var error = Assert.Throws<ArgumentException>("memberId", () => IdCheck.Require(memberId));

        Assert.StartsWith(
            "The value begins with 'camp_': it is the id of a campaign, but the id of a member is expected.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_card_id_in_the_place_of_a_campaign_id_is_rejected()
    {
        CampaignId campaignId = "v_0aMj6Mdp0i3zuXrd";

        var error = Assert.Throws<ArgumentException>("campaignId", () => IdCheck.Allow(campaignId));

        Assert.StartsWith(
            "The value begins with 'v_': it is the id of a member, but the id of a campaign is expected.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_required_id_without_a_value_is_rejected()
    {
        MemberId memberId = null;

        var error = Assert.Throws<ArgumentException>("memberId", () => IdCheck.Require(memberId));

        Assert.StartsWith("The id of a member is required, but this one has no value.", error.Message, StringComparison.Ordinal);
        Assert.Null(IdCheck.Allow(memberId));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("..")]
    [InlineData("%2e%2E")]
    [InlineData("a\nb")]
    public void An_id_must_stay_one_segment_of_a_path(string id)
    {
        Assert.Throws<ArgumentException>(nameof(id), () => IdCheck.Require((MemberId)id, nameof(id)));
        Assert.Throws<ArgumentException>(nameof(id), () => IdCheck.Allow((CampaignId)id, nameof(id)));
    }

    [Fact]
    public void Error_messages_name_a_kind_of_id_with_its_article() =>
        Assert.Equal(["a member", "an order"], new[] { V1Ids.MemberId.WithArticle, new IdKind("order", "ord_", MinSuffix: 0).WithArticle });
}
