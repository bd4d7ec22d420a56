using System.Net;
using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The documented examples: what they look like on the wire, and that every field of an answer is there on the typed result.</summary>
public sealed class ExampleTests : StubbedTests
{
    private const string MemberPath = $"/v1/loyalties/members/{MemberId}";

    [Fact]
    public async Task The_documented_balance_answers_the_removal_of_100_points()
    {
        Expect(Exchange.Post(
            BalancePath,
            """{"points":100,"total":13436,"balance":13136,"type":"loyalty_card","object":"balance","related_object":{"type":"voucher","id":"v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF"}}"""));

        var result = await Connect().V1.Members.AdjustBalanceAsync(MemberId, new() { Points = -100, SourceId = "order-1" }, cancellationToken: Stop);

        Assert.Equal("""{"points":-100,"source_id":"order-1"}""", (await Server.RequestAsync()).Body);
        Assert.Equal(
            new BalanceResult
            {
                Points = 100,
                Amount = null,
                Total = 13436,
                Balance = 13136,
                Type = BalanceType.LoyaltyCard,
                Object = "balance",
                RelatedObject = new() { Type = "voucher", Id = "v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF" },
                OperationType = null,
                SourceId = "order-1",
            },
            result);
    }

    [Fact]
    public async Task A_balance_can_name_its_kind_of_operation()
    {
        Expect(Exchange.Post(
            BalancePath,
            """{"points":-100,"total":13436,"balance":13136,"type":"loyalty_card","object":"balance","operation_type":"MANUAL","related_object":{"type":"voucher","id":"v_1"}}"""));

        var result = await Connect().V1.Members.AdjustBalanceAsync(MemberId, new() { Points = -100 }, cancellationToken: Stop);

        Assert.Equal(OperationType.Manual, result.OperationType);
        Assert.Equal(-100, result.Points);
    }

    [Fact]
    public async Task What_the_sdk_does_not_know_is_no_obstacle()
    {
        Expect(Exchange.Post(
            BalancePath,
            """{"points":"100","total":"9007199254740993","balance":"13136","type":"stamp_card","operation_type":null,"related_object":null,"novelty":{"a":[1]}}"""));

        var result = await Connect().V1.Members.AdjustBalanceAsync(MemberId, new() { Points = 100 }, cancellationToken: Stop);

        Assert.Equal((100, 9_007_199_254_740_993, 13136), (result.Points, result.Total, result.Balance));
        Assert.Equal(new BalanceType("stamp_card"), result.Type);
        Assert.Null(result.OperationType);
        Assert.Null(result.RelatedObject);
        Assert.Null(result.Object);
    }

    [Fact]
    public async Task The_documented_addition_with_a_date_is_sent_with_a_source_id_besides()
    {
        var request = await AdjustAsync(new()
        {
            Points = 100,
            ExpirationType = PointsExpirationType.CustomDate,
            ExpirationDate = new(2023, 5, 30),
            SourceId = "order-1",
        });

        Assert.Equal("""{"points":100,"expiration_type":"CUSTOM_DATE","expiration_date":"2023-05-30","source_id":"order-1"}""", request.Body);
    }

    [Fact]
    public async Task The_documented_400_is_an_error_with_all_its_fields()
    {
        Expect(Exchange.Post(
            BalancePath,
            """{"code":400,"key":"invalid_payload","message":"Invalid payload","details":"Property .expiration_date cannot be recognized as a ISO-8601 compliant date","request_id":"v-0c118c6f7c0e6751ab"}""",
            400));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => Connect().V1.Members.AdjustBalanceAsync(MemberId, new() { Points = 100 }, cancellationToken: Stop));

        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal(
            new ApiError
            {
                Code = 400,
                Key = LoyaltyErrorKeys.InvalidPayload,
                Message = "Invalid payload",
                Details = "Property .expiration_date cannot be recognized as a ISO-8601 compliant date",
                RequestId = "v-0c118c6f7c0e6751ab",
            },
            error.Error);
        Assert.Equal(("invalid_payload", "v-0c118c6f7c0e6751ab", null), (error.Key, error.RequestId, error.CustomMessage));
        Assert.Equal(
            "Voucherify answered 400 invalid_payload: Invalid payload. Property .expiration_date cannot be recognized as a ISO-8601 compliant date (request v-0c118c6f7c0e6751ab)",
            error.Message);
    }

    [Fact]
    public async Task An_error_with_every_field_keeps_every_field()
    {
        Expect(Exchange.Post(
            BalancePath,
            """
            {"code":404,"key":"not_found","message":"Resource not found","details":"Cannot find voucher with id MmFAzfDe",
             "request_id":"v-0ffd717a332d7dc9e8","resource_id":"MmFAzfDe","resource_type":"voucher","error":{"message":"No such card, sorry"}}
            """,
            404));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => Connect().V1.Members.AdjustBalanceAsync(MemberId, new() { Points = 100 }, cancellationToken: Stop));

        Assert.Equal(
            new ApiError
            {
                Code = 404,
                Key = LoyaltyErrorKeys.NotFound,
                Message = "Resource not found",
                Details = "Cannot find voucher with id MmFAzfDe",
                RequestId = "v-0ffd717a332d7dc9e8",
                ResourceId = "MmFAzfDe",
                ResourceType = "voucher",
                Error = new ApiErrorReason { Message = "No such card, sorry" },
            },
            error.Error);
        Assert.Equal("No such card, sorry", error.CustomMessage);
    }

    [Fact]
    public async Task A_member_is_read_with_every_field()
    {
        Expect(Exchange.Get(
            MemberPath,
            """
            {"id":"v_0aMj6Mdp0i3zuXrd9NnBKboc7746mlgF","code":"MmFAzfDe","campaign":"Loyalty Campaign","campaign_id":"camp_FNYR4jhqZBM9xTptxDGgeNBV",
             "category":"gold","category_id":"cat_1","type":"LOYALTY_CARD","discount":null,"gift":null,
             "loyalty_card":{"points":28786,"balance":5156,"next_expiration_date":"2024-11-30","next_expiration_points":25,"pending_points":7,
               "expired_points":0,"subtracted_points":4000},
             "start_date":"2024-01-01T00:00:00.000Z","expiration_date":"2025-01-01T00:00:00.000Z",
             "validity_timeframe":{"interval":"P2D","duration":"PT1H"},"validity_day_of_week":[1,2,3],
             "validity_hours":{"daily":[{"start_time":"09:00","days_of_week":[0,6],"expiration_time":"17:30"}]},
             "active":true,"additional_info":"kept behind the till","metadata":{"tier":"gold","visits":12,"vip":true,"tags":["a"]},
             "assets":{"qr":{"id":"qr-1","url":"https://dl.example/qr"},"barcode":{"id":"bar-1","url":"https://dl.example/bar"}},
             "is_referral_code":false,"created_at":"2023-03-17T16:14:16.524Z","updated_at":"2024-01-24T08:28:37.621033Z","holder_id":"cust_1",
             "redemption":{"quantity":null,"redeemed_points":19630,"redeemed_quantity":3,"object":"list","url":"/v1/vouchers/MmFAzfDe/redemptions?page=1"},
             "publish":{"object":"list","count":1,"url":"/v1/vouchers/MmFAzfDe/publications?page=1"},
             "categories":[{"id":"cat_1","name":"gold","hierarchy":0,"object":"category","created_at":"2022-09-20T10:00:00.000Z","updated_at":null}],
             "object":"voucher"}
            """));

        var member = await Connect().V1.Members.GetMemberAsync(MemberId, cancellationToken: Stop);

        // Collections are compared by themselves: records compare them by reference.
        var (categories, days, hours, metadata) = (member.Categories!, member.ValidityDayOfWeek!, member.ValidityHours!.Daily!, member.Metadata!);
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
            [new Category { Id = "cat_1", Name = "gold", Hierarchy = 0, Object = "category", CreatedAt = new(2022, 9, 20, 10, 0, 0, TimeSpan.Zero) }],
            categories);
        Assert.Equal([1, 2, 3], days);
        var shift = Assert.Single(hours);
        Assert.Equal(("09:00", "17:30"), (shift.StartTime, shift.ExpirationTime));
        Assert.Equal([0, 6], shift.DaysOfWeek!);
        Assert.Equal(["tags", "tier", "vip", "visits"], metadata.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(12, metadata["visits"].GetInt32());
        Assert.Equal("""["a"]""", metadata["tags"].GetRawText());
    }

    [Fact]
    public async Task A_member_of_nulls_is_read()
    {
        Expect(Exchange.Get(
            MemberPath,
            """
            {"id":"v_1","code":"MmFAzfDe","campaign":null,"campaign_id":null,"category":null,"category_id":null,"categories":[],"type":"LOYALTY_CARD",
             "discount":null,"gift":null,"loyalty_card":{"points":0,"balance":0,"next_expiration_date":null},"start_date":null,"expiration_date":null,
             "validity_timeframe":null,"validity_day_of_week":null,"validity_hours":null,"active":true,"additional_info":null,"metadata":{},
             "assets":null,"is_referral_code":null,"created_at":"2023-03-17","updated_at":null,"holder_id":null,"redemption":null,"publish":null,
             "object":"voucher"}
            """));

        var member = await Connect().V1.Members.GetMemberAsync(MemberId, cancellationToken: Stop);

        Assert.Equal(0, member.LoyaltyCard!.Balance);
        Assert.Null(member.LoyaltyCard.NextExpirationDate);
        Assert.Null(member.UpdatedAt);
        Assert.Empty(member.Categories!);
        Assert.Empty(member.Metadata!);
        Assert.Equal(new DateTimeOffset(2023, 3, 17, 0, 0, 0, TimeSpan.Zero), member.CreatedAt);
    }

    [Fact]
    public async Task A_page_of_transactions_is_read_with_every_field()
    {
        Expect(Exchange.Get(
            MemberPath + "/transactions",
            """
            {"object":"list","data_ref":"data","data":[
              {"id":"vtx_0c9dd3c2e392f78614","source_id":"move-7","voucher_id":"v_1","campaign_id":"camp_1","source":"API","reason":"moved",
               "type":"POINTS_TRANSFER_OUT",
               "details":{"balance":{"type":"loyalty_card","total":1297,"object":"balance","points":-100,"balance":1297,"operation_type":"MANUAL",
                   "related_object":{"id":"v_1","type":"voucher"}},
                 "destination_voucher":{"id":"v_2","code":"CARD-2","campaign":"Other","campaign_id":"camp_2","type":"LOYALTY_CARD","holder_id":"cust_2",
                   "loyalty_card":{"points":500,"balance":400},"is_referral_code":false,"active":true,"object":"voucher"}},
               "related_transaction_id":"vtx_0c9dd3c2e392f78613","created_at":"2023-03-17T17:45:00.012Z"},
              {"id":"vtx_0c9dd2527696ba081b","source_id":"20230317_add_1","voucher_id":"v_1","campaign_id":"camp_1","source":null,
               "reason":"Adding points to card","type":"POINTS_ADDITION",
               "details":{"balance":{"type":"loyalty_card","total":1397,"object":"balance","points":100,"balance":1397,
                   "related_object":{"id":"v_1","type":"voucher"}}},
               "related_transaction_id":null,"created_at":"2023-03-17T16:14:16.524Z"}],
             "has_more":true,"more_starting_after":"vtx_0c9dd2527696ba081b","total":12}
            """));

        var page = await Connect().V1.Transactions.ListMemberTransactionsPageAsync(MemberId, cancellationToken: Stop);

        Assert.Equal(("list", "data", true, "vtx_0c9dd2527696ba081b", 12), (page.Object, page.DataRef, page.HasMore, page.MoreStartingAfter, page.Total));
        Assert.Equal(
            [
                new()
                {
                    Id = "vtx_0c9dd3c2e392f78614",
                    SourceId = "move-7",
                    VoucherId = "v_1",
                    CampaignId = "camp_1",
                    Source = "API",
                    Reason = "moved",
                    Type = LoyaltyTransactionType.PointsTransferOut,
                    Details = new()
                    {
                        Balance = BalanceOf(-100, 1297) with { OperationType = OperationType.Manual },
                        DestinationVoucher = new()
                        {
                            Id = "v_2",
                            Code = "CARD-2",
                            Campaign = "Other",
                            CampaignId = "camp_2",
                            Type = VoucherType.LoyaltyCard,
                            HolderId = "cust_2",
                            LoyaltyCard = new() { Points = 500, Balance = 400 },
                            IsReferralCode = false,
                            Active = true,
                            Object = "voucher",
                        },
                    },
                    RelatedTransactionId = "vtx_0c9dd3c2e392f78613",
                    CreatedAt = new(2023, 3, 17, 17, 45, 0, 12, TimeSpan.Zero),
                },
                new LoyaltyTransaction
                {
                    Id = "vtx_0c9dd2527696ba081b",
                    SourceId = "20230317_add_1",
                    VoucherId = "v_1",
                    CampaignId = "camp_1",
                    Source = null,
                    Reason = "Adding points to card",
                    Type = LoyaltyTransactionType.PointsAddition,
                    Details = new() { Balance = BalanceOf(100, 1397) },
                    RelatedTransactionId = null,
                    CreatedAt = new(2023, 3, 17, 16, 14, 16, 524, TimeSpan.Zero),
                },
            ],
            page.Data!);
    }

    [Fact]
    public async Task The_details_of_a_transaction_are_read_whatever_moved_the_points()
    {
        Expect(Exchange.Get(
            MemberPath + "/transactions",
            """
            {"object":"list","data_ref":"data","data":[{"id":"vtx_1","type":"POINTS_ACCRUAL","details":{
              "order":{"id":"ord_1","source_id":"order-1"},"event":{"id":"evt_1","type":"customer.order.paid"},
              "earning_rule":{"id":"ern_1","source":{"banner":"Double points"} },"segment":{"id":"seg_1","name":"Regulars"},
              "loyalty_tier":{"id":"lt_1","name":"Gold"},"redemption":{"id":"r_1"},"rollback":{"id":"rr_1"},
              "custom_event":{"id":"evt_2","type":"page_view"},"event_schema":{"id":"ms_1","name":"page_view"},
              "holder_loyalty_tier":{"id":"lt_2","name":"Silver"},"reward":{"id":"rew_1","name":"Mug"},
              "pending_points":{"id":"lopp_1","voucher_id":"v_1","campaign_id":"camp_1","customer_id":"cust_1","order_id":"ord_1","points":5,
                "activates_at":"2025-01-16","created_at":"2025-01-15T16:51:04.708Z","updated_at":null,
                "details":{"loyalty_tier":{"id":"lt_1","name":"Gold"},"order":{"id":"ord_1","source_id":"order-1"} } },
              "source_voucher":{"id":"v_9","code":"CARD-9"},"balance":null},
             "created_at":"2025-01-16T00:00:00Z"}],"has_more":false}
            """));

        var page = await Connect().V1.Transactions.ListMemberTransactionsPageAsync(MemberId, cancellationToken: Stop);

        Assert.Equal(
            new LoyaltyTransactionDetails
            {
                Order = new() { Id = "ord_1", SourceId = "order-1" },
                Event = new() { Id = "evt_1", Type = "customer.order.paid" },
                EarningRule = new() { Id = "ern_1", Source = new() { Banner = "Double points" } },
                Segment = new() { Id = "seg_1", Name = "Regulars" },
                LoyaltyTier = new() { Id = "lt_1", Name = "Gold" },
                Redemption = new() { Id = "r_1" },
                Rollback = new() { Id = "rr_1" },
                CustomEvent = new() { Id = "evt_2", Type = "page_view" },
                EventSchema = new() { Id = "ms_1", Name = "page_view" },
                HolderLoyaltyTier = new() { Id = "lt_2", Name = "Silver" },
                Reward = new() { Id = "rew_1", Name = "Mug" },
                PendingPoints = new()
                {
                    Id = "lopp_1",
                    VoucherId = "v_1",
                    CampaignId = "camp_1",
                    CustomerId = "cust_1",
                    OrderId = "ord_1",
                    Points = 5,
                    ActivatesAt = new(2025, 1, 16),
                    CreatedAt = new(2025, 1, 15, 16, 51, 4, 708, TimeSpan.Zero),
                    Details = new()
                    {
                        LoyaltyTier = new() { Id = "lt_1", Name = "Gold" },
                        Order = new() { Id = "ord_1", SourceId = "order-1" },
                    },
                },
                SourceVoucher = new() { Id = "v_9", Code = "CARD-9" },
            },
            page.Data![0].Details);
    }

    [Fact]
    public async Task A_list_of_another_kind_of_campaign_ends_at_once()
    {
        Expect(Exchange.Get(MemberPath + "/transactions", """{"object":"list","data_ref":"data","data":[],"total":0}"""));
        var count = 0;

        await foreach (var _ in Connect().V1.Transactions.ListMemberTransactionsAsync(MemberId, cancellationToken: Stop))
        {
            count++;
        }

        Assert.Equal(0, count);
    }

    private static BalanceResult BalanceOf(long points, long balance) => new()
    {
        Type = BalanceType.LoyaltyCard,
        Total = balance,
        Object = "balance",
        Points = points,
        Balance = balance,
        RelatedObject = new() { Id = "v_1", Type = "voucher" },
    };
}
