using System.Net;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Theory]
    [InlineData("v1/loyalties/members/CARD")]
    [InlineData("v1/loyalties/Summer%20Club/members/CARD")]
    public async Task A_member_has_every_property_of_the_vendors_object(string path)
    {
        var (sandbox, client) = await StartWithCardAsync(points: 100);
        await AdjustAsync(client, """{"points":10,"expiration_type":"CUSTOM_DATE","expiration_date":"2024-06-01"}""");
        await AdjustAsync(client, -3);

        var response = await GetAsync(client, path);

        var card = sandbox.V1.GetCard("CARD");
        AssertJson(
            $$"""
            {"id":"{{card.Id}}","code":"CARD","campaign":"Summer Club","campaign_id":"{{card.CampaignId}}",
             "category":null,"category_id":null,"type":"LOYALTY_CARD","discount":null,"gift":null,
             "loyalty_card":{"points":110,"balance":107,"next_expiration_date":"2024-06-01","next_expiration_points":7,
               "pending_points":0,"expired_points":0,"subtracted_points":3},
             "start_date":null,"expiration_date":null,"validity_timeframe":null,"validity_day_of_week":null,
             "validity_hours":null,"active":true,"additional_info":null,"metadata":{},
             "assets":{"qr":{"id":"qr-{{card.Id}}","url":"https://assets.invalid/qr/{{card.Id}}"},
               "barcode":{"id":"barcode-{{card.Id}}","url":"https://assets.invalid/barcode/{{card.Id}}"} },
             "is_referral_code":false,"created_at":"2024-05-15T12:00:00.000Z","updated_at":"2024-05-15T12:00:00.000Z",
             "holder_id":"{{card.HolderId}}",
             "redemption":{"quantity":null,"redeemed_points":0,"redeemed_quantity":0,"object":"list","url":"/v1/vouchers/CARD/redemptions"},
             "publish":{"object":"list","count":1,"url":"/v1/vouchers/CARD/publications"},
             "categories":[],"object":"voucher"}
            """,
            response,
            HttpStatusCode.OK);
    }

    [Fact]
    public async Task Without_expiring_points_a_member_has_no_next_expiration()
    {
        var (_, client) = await StartWithCardAsync(points: 100);

        var loyaltyCard = (await GetAsync(client, "v1/loyalties/members/CARD")).Json["loyalty_card"]!.AsObject();

        Assert.False(loyaltyCard.ContainsKey("next_expiration_date"));
        Assert.False(loyaltyCard.ContainsKey("next_expiration_points"));
    }

    [Fact]
    public async Task An_empty_bucket_is_not_the_next_to_expire()
    {
        var (sandbox, client) = await StartAsync();
        sandbox.V1.AddCard("CARD", 5, expiresOn: Today.AddDays(1));
        await AdjustAsync(client, """{"points":10,"expiration_type":"CUSTOM_DATE","expiration_date":"2024-06-01"}""");
        await AdjustAsync(client, -5);

        var loyaltyCard = (await GetAsync(client, "v1/loyalties/members/CARD")).Json["loyalty_card"]!;

        Assert.Equal("2024-06-01", (string?)loyaltyCard["next_expiration_date"]);
        Assert.Equal(10, (long)loyaltyCard["next_expiration_points"]!);
    }

    [Fact]
    public async Task An_unknown_member_is_not_found()
    {
        var (_, client) = await StartAsync();

        AssertError(
            await GetAsync(client, "v1/loyalties/members/Nobody"),
            404,
            "not_found",
            "Resource not found",
            "Cannot find voucher with id Nobody");
    }
}
