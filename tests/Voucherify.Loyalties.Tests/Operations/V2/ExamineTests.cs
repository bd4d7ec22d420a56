using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Operations.V2;

public sealed class ExamineTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_earnings_of_a_paid_order_are_examined()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("V2.EarningRulesExamination"));
        var request = new ExamineEarningRulesRequest
        {
            Trigger = new() { Type = ExamineMode.OneEvent, Specific = new() { Event = ExamineEvent.CustomerOrderPaid } },
            CustomerIdentification = CustomerIdentification.BySource("customer-42"),
            CustomerOrderPaid = new() { Order = new() { Amount = 12_500, Items = [new() { ProductId = "prod_1", Quantity = 2 }] } },
        };

        var result = await test.Client.V2.Examine.ExamineEarningRulesAsync(request, Token);

        test.AssertSent(
            HttpMethod.Post,
            "/v2/loyalties/examine/earning-rules",
            """
            {"trigger":{"type":"SPECIFIC","specific":{"event":"customer.order.paid"}},
            "customer_identification":{"type":"customer_source_id","customer_source_id":"customer-42"},
            "customer_order_paid":{"order":{"amount":12500,"items":[{"product_id":"prod_1","quantity":2}]}}}
            """.ReplaceLineEndings(""));
        SampleResponses.AssertComplete("V2.EarningRulesExamination", result, V2Json.EarningRulesExamination);
    }

    [Fact]
    public async Task Each_kind_of_examination_has_a_factory()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"), Steps.Ok("{}"), Steps.Ok("{}"), Steps.Ok("{}"));
        var customer = CustomerIdentification.ByMember("lmbr_2");
        ExamineEarningRulesRequest[] requests =
        [
            ExamineEarningRulesRequest.All(customer),
            ExamineEarningRulesRequest.OrderPaid(customer, new() { Amount = 100 }),
            ExamineEarningRulesRequest.SegmentEntered(customer),
            ExamineEarningRulesRequest.CustomEvent(customer, "ms_1", new() { ["page"] = "home" }),
        ];

        foreach (var request in requests)
        {
            await test.Client.V2.Examine.ExamineEarningRulesAsync(request, Token);
        }

        Assert.Equal(
            [
                Body("\"type\":\"ALL\"", ""),
                Body(Specific("customer.order.paid"), ",\"customer_order_paid\":{\"order\":{\"amount\":100}}"),
                Body(Specific("customer.segment.entered"), ",\"customer_segment_entered\":{}"),
                Body(
                    Specific("customer.custom_event"),
                    ",\"customer_custom_event\":{\"type\":\"SPECIFIC\",\"specific\":{\"custom_event\":{\"schema_id\":\"ms_1\","
                    + "\"metadata\":{\"page\":\"home\"}}}}"),
            ],
            test.Handler.Requests.Select(static request => request.Body));
    }

    [Fact]
    public async Task An_examination_is_repeated_after_a_lost_response_because_it_changes_nothing()
    {
        using var test = new ScriptedClient(
            Steps.LoseConnection(),
            Steps.Ok("""
                {"memberships":[{"cards":[{"rewards":[{"status":"UNAVAILABLE","cost":{"points":50},
                 "unavailability_reasons":[{"reason":"insufficient_balance","details":{"required":50,"available":20,"missing":30}},
                 {"reason":"something_new","details":{"since":"today"}}]}]}]}]}
                """));

        var result = await test.Clock.RunToEnd(test.Client.V2.Examine.ExamineRewardsAsync(
            new() { CustomerIdentification = CustomerIdentification.ByMember("lmbr_2") }, Token));

        var reward = result.Memberships![0].Cards![0].Rewards![0];
        Assert.Equal((RewardAvailability.Unavailable, 50), (reward.Status!.Value.Value, reward.Cost!.Points));
        Assert.Equal(30, reward.UnavailabilityReasons![0].Details!.Missing);
        Assert.Equal("today", reward.UnavailabilityReasons[1].Details!.Raw!.Value.GetProperty("since").GetString());
        Assert.Equal(2, test.Attempts);
        Assert.All(test.Handler.Requests, sent => Assert.Equal(
            """{"customer_identification":{"type":"member_id","member_id":"lmbr_2"}}""", sent.Body));
    }

    private static string Specific(string name) => $"\"type\":\"SPECIFIC\",\"specific\":{{\"event\":\"{name}\"}}";

    private static string Body(string trigger, string context) =>
        $"{{\"trigger\":{{{trigger}}},\"customer_identification\":{{\"type\":\"member_id\",\"member_id\":\"lmbr_2\"}}{context}}}";
}
