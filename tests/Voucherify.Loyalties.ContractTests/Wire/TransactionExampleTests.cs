using Voucherify.Loyalties.ContractTests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>The documented examples of transactions: every field of the response is on the typed result.</summary>
public sealed class TransactionExampleTests : StubbedTests
{
    private const string TransactionsPath = $"/v1/loyalties/members/{MemberId}/transactions";

    [Fact]
    public async Task A_page_of_transactions_is_read_with_every_field()
    {
        Expect(Exchange.Get(
            TransactionsPath,
            """
            {"object":"list","data_ref":"data","data":[
              {"id":"vtx_0c9dd3c2e392f78614","source_id":"move-7","voucher_id":"v_1","campaign_id":"camp_1","source":"API","reason":"moved",
               "type":"POINTS_TRANSFER_OUT",
               "details":{"balance":{"type":"loyalty_card","total":1297,"object":"balance","points":-100,"balance":1297,
               "operation_type":"MANUAL","related_object":{"id":"v_1","type":"voucher"}},
                 "destination_voucher":{"id":"v_2","code":"CARD-2","campaign":"Other","campaign_id":"camp_2","type":"LOYALTY_CARD",
                 "holder_id":"cust_2",
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

        Assert.Equal(
            ("list", "data", true, "vtx_0c9dd2527696ba081b", 12),
            (page.Object, page.DataRef, page.HasMore, page.MoreStartingAfter, page.Total));
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
                    RelatedTransactionId = string.Empty,
                    CreatedAt = new(2023, 3, 17, 16, 14, 16, 524, TimeSpan.Zero),
                },
            ],
            page.Data!);
    }

    [Fact]
    public async Task Every_kind_of_transaction_details_is_read()
    {
        Expect(Exchange.Get(
            TransactionsPath,
            """
            {"object":"list","data_ref":"data","data":[{"id":"vtx_1","type":"POINTS_ACCRUAL","details":{
              "order":{"id":"ord_1","source_id":"order-1"},"event":{"id":"evt_1","type":"customer.order.paid"},
              "earning_rule":{"id":"ern_1","source":{"banner":"Double points"} },"segment":{"id":"seg_1","name":"Regulars"},
              "loyalty_tier":{"id":"lt_1","name":"Gold"},"redemption":{"id":"r_1"},"rollback":{"id":"rr_1"},
              "custom_event":{"id":"evt_2","type":"page_view"},"event_schema":{"id":"ms_1","name":"page_view"},
              "holder_loyalty_tier":{"id":"lt_2","name":"Silver"},"reward":{"id":"rew_1","name":"Mug"},
              "pending_points":{"id":"lopp_1","voucher_id":"v_1","campaign_id":"camp_1","customer_id":"cust_1","order_id":"ord_1",
              "points":5,"activates_at":"2025-01-16","created_at":"2025-01-15T16:51:04.708Z","updated_at":null,
                "details":{"loyalty_tier":{"id":"lt_1","name":"Gold"},"order":{"id":"ord_1","source_id":"order-1"} } },
              "source_voucher":{"id":"v_9","code":"CARD-9"},"balance":null},"created_at":"2025-01-16T00:00:00Z"}],"has_more":false}
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
    public async Task A_transaction_list_without_items_is_empty()
    {
        Expect(Exchange.Get(TransactionsPath, """{"object":"list","data_ref":"data","data":[],"total":0}"""));
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
