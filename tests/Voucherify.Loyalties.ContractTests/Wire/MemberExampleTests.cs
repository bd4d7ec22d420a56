using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The documented examples of members: every field of the response is on the typed result.</summary>
public sealed class MemberExampleTests : StubbedTests
{
    private const string MemberPath = $"/v1/loyalties/members/{MemberId}";

    [Fact]
    public async Task A_member_is_read_with_every_field()
    {
        Expect(Exchange.Get(
            MemberPath,
            """
            {"id":"v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF","code":"MmFAzfDe","campaign":"Loyalty Campaign",
            "campaign_id":"camp_FNYR4jhqZBM9xTptxDGgeNBV",
             "category":"gold","category_id":"cat_1","type":"LOYALTY_CARD","discount":null,"gift":null,
             "loyalty_card":{"points":28786,"balance":5156,"next_expiration_date":"2024-11-30","next_expiration_points":25,
             "pending_points":7,"expired_points":0,"subtracted_points":4000},
             "start_date":"2024-01-01T00:00:00.000Z","expiration_date":"2025-01-01T00:00:00.000Z",
             "validity_timeframe":{"interval":"P2D","duration":"PT1H"},"validity_day_of_week":[1,2,3],
             "validity_hours":{"daily":[{"start_time":"09:00","days_of_week":[0,6],"expiration_time":"17:30"}]},
             "active":true,"additional_info":"kept behind the till","metadata":{"tier":"gold","visits":12,"vip":true,"tags":["a"]},
             "assets":{"qr":{"id":"qr-1","url":"https://dl.example/qr"},"barcode":{"id":"bar-1","url":"https://dl.example/bar"}},
             "is_referral_code":false,"created_at":"2023-03-17T16:14:16.524Z","updated_at":"2024-01-24T08:28:37.621033Z",
             "holder_id":"cust_1","redemption":{"quantity":null,"redeemed_points":19630,"redeemed_quantity":3,"object":"list",
             "url":"/v1/vouchers/MmFAzfDe/redemptions?page=1"},
             "publish":{"object":"list","count":1,"url":"/v1/vouchers/MmFAzfDe/publications?page=1"},
             "categories":[{"id":"cat_1","name":"gold","hierarchy":0,"object":"category","created_at":"2022-09-20T10:00:00.000Z",
             "updated_at":null}],"object":"voucher"}
            """));

        var member = await Connect().V1.Members.GetMemberAsync(MemberId, cancellationToken: Stop);

        // Collections are compared separately, since records compare them by reference.
        var (categories, days, hours, metadata) = (
            member.Categories!, member.ValidityDayOfWeek!, member.ValidityHours!.Daily!, member.Metadata!);
        Assert.Equal(
            new LoyaltyMember
            {
                Id = "v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF",
                Code = "MmFAzfDe",
                Campaign = "Loyalty Campaign",
                CampaignId = "camp_FNYR4jhqZBM9xTptxDGgeNBV",
                Category = "gold",
                CategoryId = "cat_1",
                Categories = categories,
                Type = VoucherType.LoyaltyCard,
                Discount = null,
                Gift = null,
                LoyaltyCard = new()
                {
                    Points = 28786,
                    Balance = 5156,
                    NextExpirationDate = new(2024, 11, 30),
                    NextExpirationPoints = 25,
                    PendingPoints = 7,
                    ExpiredPoints = 0,
                    SubtractedPoints = 4000,
                },
                StartDate = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero),
                ExpirationDate = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero),
                ValidityTimeframe = new() { Interval = "P2D", Duration = "PT1H" },
                ValidityDayOfWeek = days,
                ValidityHours = new() { Daily = hours },
                Active = true,
                AdditionalInfo = "kept behind the till",
                Metadata = metadata,
                Assets = new()
                {
                    Qr = new() { Id = "qr-1", Url = "https://dl.example/qr" },
                    Barcode = new() { Id = "bar-1", Url = "https://dl.example/bar" },
                },
                IsReferralCode = false,
                CreatedAt = new DateTimeOffset(2023, 3, 17, 16, 14, 16, 524, TimeSpan.Zero),
                UpdatedAt = new DateTimeOffset(2024, 1, 24, 8, 28, 37, 621, 33, TimeSpan.Zero),
                HolderId = "cust_1",
                Object = "voucher",
                Publish = new() { Object = "list", Count = 1, Url = "/v1/vouchers/MmFAzfDe/publications?page=1" },
                Redemption = new()
                {
                    Quantity = null,
                    RedeemedPoints = 19630,
                    RedeemedQuantity = 3,
                    Object = "list",
                    Url = "/v1/vouchers/MmFAzfDe/redemptions?page=1",
                },
            },
            member);
        Assert.Equal(
            [
                new Category
                {
                    Id = "cat_1",
                    Name = "gold",
                    Hierarchy = 0,
                    Object = "category",
                    CreatedAt = new(2022, 9, 20, 10, 0, 0, TimeSpan.Zero),
                },
            ],
            categories);
        Assert.Equal([1, 2, 3], days);
        var shift = Assert.Single(hours);
        Assert.Equal(("09:00", "17:30"), (shift.StartTime, shift.ExpirationTime));
        Assert.Equal([0, 6], shift.DaysOfWeek!);
        Assert.Equal(["tags", "tier", "vip", "visits"], metadata.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(12, metadata["visits"].AsNumber());
        Assert.Equal("""["a"]""", metadata["tags"].ToString());
    }

    [Fact]
    public async Task A_member_with_null_fields_is_read()
    {
        Expect(Exchange.Get(
            MemberPath,
            """
            {"id":"v_1","code":"MmFAzfDe","campaign":null,"campaign_id":null,"category":null,"category_id":null,"categories":[],
            "type":"LOYALTY_CARD",
             "discount":null,"gift":null,"loyalty_card":{"points":0,"balance":0,"next_expiration_date":null},"start_date":null,
             "expiration_date":null,
             "validity_timeframe":null,"validity_day_of_week":null,"validity_hours":null,"active":true,"additional_info":null,"metadata":{},
             "assets":null,"is_referral_code":null,"created_at":"2023-03-17","updated_at":null,"holder_id":null,"redemption":null,
             "publish":null,"object":"voucher"}
            """));

        var member = await Connect().V1.Members.GetMemberAsync(MemberId, cancellationToken: Stop);

        Assert.Equal(0, member.LoyaltyCard!.Balance);
        Assert.Null(member.LoyaltyCard.NextExpirationDate);
        Assert.Null(member.UpdatedAt);
        Assert.Empty(member.Categories!);
        Assert.Empty(member.Metadata!);
        Assert.Equal(new DateTimeOffset(2023, 3, 17, 0, 0, 0, TimeSpan.Zero), member.CreatedAt);
    }
}
