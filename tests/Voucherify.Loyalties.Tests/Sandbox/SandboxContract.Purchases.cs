using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private async Task<(LoyaltySandbox Sandbox, HttpClient Client, SandboxMember Member, string RewardId)> StartWithRewardAsync(
        long points, long? stock = null, TimeSpan applyLag = default, SandboxV2Options? v2 = null)
    {
        var (sandbox, client) = await StartAsync(new LoyaltySandboxOptions
        {
            TimeProvider = Time,
            ApplyLag = applyLag,
            V2 = v2 ?? new SandboxV2Options(),
        });
        var program = sandbox.V2.AddProgram(rewardStock: stock);
        return (sandbox, client, sandbox.V2.AddMember(program.Id, "shop-42", points), program.RewardId);
    }

    /// <summary>Creates a reward through the API and assigns it to the program of a member, whose card pays it.</summary>
    private static async Task<string> AddRewardAsync(HttpClient client, SandboxMember member, string properties, string stock = "UNLIMITED")
    {
        var reward = await PostAsync(
            client, "v2/loyalties/rewards", $$"""{"name":"Reward","status":"ACTIVE"{{properties}} }""");
        Assert.True(reward.Status == HttpStatusCode.OK, reward.Body);
        var id = (string)reward.Json["id"]!;
        var assigned = await PostAsync(
            client,
            $"{Programs}/{member.ProgramId}/rewards/batch",
            $$"""{"assign":[{"id":"{{id}}","stock":{"type":"{{stock}}"} }]}""");
        Assert.True(assigned.Status == HttpStatusCode.OK, assigned.Body);
        return id;
    }

    private static async Task<string> CardDefinitionOfAsync(HttpClient client, SandboxMember member) =>
        (string)(await GetAsync(client, PathOf(member))).Json["cards"]![0]!["card"]!["card_definition_id"]!;

    private static Task<ReceivedResponse> PurchaseAsync(HttpClient client, SandboxMember member, string rewardId, string more = "") =>
        PostAsync(client, PathOf(member) + "/rewards/purchases", $$"""{"reward_id":"{{rewardId}}"{{more}} }""");

    private static Task<ReceivedResponse> PurchasesAsync(HttpClient client, SandboxMember member) =>
        GetAsync(client, PathOf(member) + "/rewards/purchases");

    private static Task<ReceivedResponse> RefundAsync(HttpClient client, SandboxMember member, string purchaseId, string body = "") =>
        PostAsync(client, $"{Programs}/{member.ProgramId}/rewards/purchases/{purchaseId}/refund", body);

    private static string TransactionIdOf(ReceivedResponse response) => (string)response.Json["transaction"]!["id"]!;

    private static string Costs(string definitionId, int points, string more = "") =>
        $$""","costs":[{"spending":[{"points":{{points}},"card_definition_id":"{{definitionId}}"}]{{more}} }]""";

    private static async Task<(decimal? Quantity, int Redeemed)> StockAsync(HttpClient client, SandboxMember member)
    {
        var row = (await GetAsync(client, $"{Programs}/{member.ProgramId}/rewards")).Data[0];
        return ((decimal?)row["stock"]!["limited"]?["quantity"], (int)row["redeemed"]!);
    }

    [Fact]
    public async Task A_purchase_reserves_its_piece_at_once_and_gives_the_reward_when_it_is_approved()
    {
        var (sandbox, client, member, rewardId) = await StartWithRewardAsync(250, stock: 3, applyLag: TimeSpan.FromSeconds(2));

        var response = await PurchaseAsync(client, member, rewardId);

        Assert.Equal((HttpStatusCode.Accepted, "TRANSACTION_CREATED"), (response.Status, (string?)response.Json["status"]));
        var purchase = response.Json["transaction"]!;
        Assert.Equal(("PENDING", "PURCHASE", rewardId),
            ((string?)purchase["status"], (string?)purchase["type"], (string?)purchase["reward_id"]));
        Assert.Equal(
            """{"reason":"Reward purchase","rejection":null,"metadata":{},"points":{"total":100},"result":null}""",
            purchase["details"]!.ToJsonString());
        Assert.Equal((2, 0), await StockAsync(client, member));
        Assert.Equal(250, sandbox.V2.GetCard(member.CardId).Balance);

        Time.Advance(TimeSpan.FromSeconds(2));
        var row = Assert.Single((await PurchasesAsync(client, member)).Data);
        Assert.Equal(("APPROVED", TransactionIdOf(response)), ((string?)row["status"], (string?)row["id"]));
        var material = """{"type":"PRODUCT","product":{"id":"prod_0"}}""";
        Assert.Equal(
            $$"""{"reward":{"id":"{{rewardId}}","type":"MATERIAL"},"quantity":1,"material":{{material}},"digital":null}""",
            row["details"]!["result"]!.ToJsonString());
        Assert.Equal((2, 1), await StockAsync(client, member));
        Assert.Equal((150L, 100L), (sandbox.V2.GetCard(member.CardId).Balance, sandbox.V2.GetCard(member.CardId).SpentPoints));
        var entry = Assert.Single(sandbox.Journal);
        Assert.Equal(("POINTS_SPENT_ON_REWARD", -100, rewardId), (entry.Type, entry.Points, entry.RewardId));
        Assert.Equal(TransactionIdOf(response), entry.PurchaseId);
    }

    [Fact]
    public async Task A_dry_run_of_a_purchase_records_and_reserves_nothing()
    {
        var (sandbox, client, member, rewardId) = await StartWithRewardAsync(100, stock: 1);

        var response = await PurchaseAsync(client, member, rewardId, ""","mode":"DRY_RUN" """);

        Assert.Equal((HttpStatusCode.OK, "DRY_RUN"), (response.Status, (string?)response.Json["status"]));
        var purchase = response.Json["transaction"]!.AsObject();
        Assert.Equal("SIMULATED", (string?)purchase["status"]);
        Assert.False(purchase.ContainsKey("id") || purchase.ContainsKey("created_at"));
        Assert.Equal((1, 0), await StockAsync(client, member));
        Assert.Empty((await PurchasesAsync(client, member)).Data);
        Assert.Empty(sandbox.Journal);
    }

    [Fact]
    public async Task A_purchase_that_is_rejected_later_gives_its_piece_back()
    {
        var (sandbox, client, member, rewardId) = await StartWithRewardAsync(100, stock: 2, applyLag: TimeSpan.FromSeconds(2));

        await PurchaseAsync(client, member, rewardId);
        await PurchaseAsync(client, member, rewardId);
        Assert.Equal("423 reward_out_of_stock", KeyOf(await PurchaseAsync(client, member, rewardId)));
        Time.Advance(TimeSpan.FromSeconds(2));

        var rows = (await PurchasesAsync(client, member)).Data;
        Assert.Equal(["REJECTED", "APPROVED"], rows.Select(row => (string?)row["status"]));
        Assert.Equal("""{"reason":"NOT_ENOUGH_BALANCE"}""", rows[0]["details"]!["rejection"]!.ToJsonString());
        Assert.Equal((1, 1), await StockAsync(client, member));
        Assert.Single(sandbox.Journal);
        Assert.Equal("423 insufficient_card_balance", KeyOf(await PurchaseAsync(client, member, rewardId)));
    }

    [Fact]
    public async Task The_first_cost_that_matches_counts()
    {
        var (_, client, member, _) = await StartWithRewardAsync(100);
        var definition = await CardDefinitionOfAsync(client, member);
        string Cost(int points, string more) =>
            $$"""{"spending":[{"points":{{points}},"card_definition_id":"{{definition}}"}]{{more}} }""";
        var rewardId = await AddRewardAsync(
            client,
            member,
            $$"""
            ,"type":"MATERIAL","material":{"type":"PRODUCT","product":{"id":"prod_1"} },"costs":[
            {{Cost(10, ""","tier_rules":{"type":"ANY_OF","any_of":[{"tier_structure_id":"lts_1","tier_ids":["lt_1"]}]}""")}},
            {{Cost(20, "")}},{{Cost(5, "")}}]
            """);

        var response = await PurchaseAsync(client, member, rewardId);

        Assert.Equal(20, (int)response.Json["transaction"]!["details"]!["points"]!["total"]!);
    }

    [Theory]
    [InlineData(
        ""","costs":[{"tier_rules":{"type":"ANY_OF","any_of":[{"tier_structure_id":"lts_1","tier_ids":["lt_1"]}]},""",
        "423 no_matching_reward_cost")]
    [InlineData(""","start_date":"2030-01-01T00:00:00.000Z","costs":[{""", "423 reward_outside_validity_window")]
    public async Task A_purchase_is_refused_with_its_key(string start, string key)
    {
        var (sandbox, client, member, _) = await StartWithRewardAsync(100);
        var definition = await CardDefinitionOfAsync(client, member);
        var rewardId = await AddRewardAsync(
            client,
            member,
            ""","type":"MATERIAL","material":{"type":"PRODUCT","product":{"id":"prod_1"} }"""
            + start + $$""" "spending":[{"points":10,"card_definition_id":"{{definition}}"}]}]""");

        Assert.Equal(key, KeyOf(await PurchaseAsync(client, member, rewardId)));
        await PostAsync(client, $"v2/loyalties/rewards/{rewardId}/deactivate", "");
        Assert.Equal("423 non_active_reward", KeyOf(await PurchaseAsync(client, member, rewardId)));
        Assert.Equal("404 not_found", KeyOf(await PurchaseAsync(client, member, "lrew_0")));
        Assert.Equal("400 invalid_payload", KeyOf(await PurchaseAsync(client, member, rewardId, ""","color":1""")));
        Assert.Empty(sandbox.Journal);
    }

    [Theory]
    [InlineData(
        """
        "cooldown":{"type":"FIXED_COOLDOWN","fixed_cooldown":{"period":{"unit":"DAY","value":1} } },
        "frequency":{"type":"NO_LIMIT","limits":[]}
        """,
        "423 purchase_limit_cooldown")]
    [InlineData(
        """
        "cooldown":{"type":"NO_COOLDOWN"},"frequency":{"type":"LIMITED","limits":[{"type":"TIME_BASED",
        "period":{"type":"CURRENT_PERIOD","current_period":{"unit":"DAY"} },"triggers":{"max":1} }]}
        """,
        "423 purchase_limit_frequency")]
    public async Task A_reward_can_be_bought_only_so_often(string limits, string key)
    {
        var (_, client, member, _) = await StartWithRewardAsync(100);
        var definition = await CardDefinitionOfAsync(client, member);
        var rewardId = await AddRewardAsync(
            client,
            member,
            ""","type":"MATERIAL","material":{"type":"PRODUCT","product":{"id":"prod_1"} },"refunds":{"type":"REFUNDABLE"}"""
            + Costs(definition, 10) + ""","purchase_limits":{""" + limits + "}");

        var first = await PurchaseAsync(client, member, rewardId);
        Assert.Equal(key, KeyOf(await PurchaseAsync(client, member, rewardId)));

        // A refunded purchase no longer counts.
        Assert.Equal(HttpStatusCode.Accepted, (await RefundAsync(client, member, TransactionIdOf(first))).Status);
        Assert.Equal(HttpStatusCode.Accepted, (await PurchaseAsync(client, member, rewardId)).Status);
    }

    [Fact]
    public async Task A_coupon_gets_a_code_that_a_refund_deletes()
    {
        var (_, client, member, _) = await StartWithRewardAsync(100);
        var definition = await CardDefinitionOfAsync(client, member);
        var rewardId = await AddRewardAsync(
            client,
            member,
            """
            ,"type":"DIGITAL","digital":{"type":"DISCOUNT_COUPONS","discount_coupons":{"campaign":{"id":"camp_1"} } },
            "refunds":{"type":"REFUNDABLE"}
            """
            + Costs(definition, 10));

        var purchase = await PurchaseAsync(client, member, rewardId);
        var coupon = (await PurchasesAsync(client, member)).Data[0]["details"]!["result"]!["digital"]!["discount_coupons"]![0]!;
        Assert.Matches("^[A-Z0-9]{8}$", (string?)coupon["code"]);

        var refund = await RefundAsync(client, member, TransactionIdOf(purchase));
        var refunded = refund.Json["transaction"]!["details"]!["result"]!["digital"]!["discount_coupons"]![0]!;
        Assert.Equal(((string?)coupon["code"], "DELETED"), ((string?)refunded["code"], (string?)refunded["result"]));
    }

    [Fact]
    public async Task A_reward_of_points_adds_them_to_its_card_and_a_refund_takes_them_back()
    {
        var (sandbox, client, member, _) = await StartWithRewardAsync(100);
        var definition = await CardDefinitionOfAsync(client, member);
        var rewardId = await AddRewardAsync(
            client,
            member,
            $$"""
            ,"type":"DIGITAL","digital":{"type":"LOYALTY_CARD_POINTS",
            "loyalty_card_points":{"points":30,"card_definition_id":"{{definition}}"} },"refunds":{"type":"REFUNDABLE"}
            """ + Costs(definition, 10));

        var purchase = await PurchaseAsync(client, member, rewardId);
        Assert.Equal(120, sandbox.V2.GetCard(member.CardId).Balance);
        Assert.Equal(["POINTS_SPENT_ON_REWARD", "POINTS_PURCHASED"], sandbox.Journal.Select(entry => entry.Type));

        Assert.Equal(HttpStatusCode.Accepted, (await RefundAsync(client, member, TransactionIdOf(purchase))).Status);
        Assert.Equal(100, sandbox.V2.GetCard(member.CardId).Balance);
        Assert.Equal(["POINTS_PURCHASE_REVERSED", "POINTS_RETURNED"], sandbox.Journal.Skip(2).Select(entry => entry.Type).Order());
        Assert.All(sandbox.Journal, entry => Assert.Equal(TransactionIdOf(purchase), entry.PurchaseId));

        var second = await PurchaseAsync(client, member, rewardId);
        await AdjustCardAsync(client, member, -100);
        Assert.Equal("423 loyalty_card_points_insufficient_balance", KeyOf(await RefundAsync(client, member, TransactionIdOf(second))));
    }

    [Fact]
    public async Task A_refund_is_approved_at_once_and_returns_the_points_later()
    {
        var (sandbox, client, member, rewardId) = await StartWithRewardAsync(100, stock: 1, applyLag: TimeSpan.FromSeconds(2));
        var purchase = await PurchaseAsync(client, member, rewardId);
        Assert.Equal("423 non_approved_reward_transaction", KeyOf(await RefundAsync(client, member, TransactionIdOf(purchase))));
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(
            "423 reward_refund_policy_does_not_allow_refunds", KeyOf(await RefundAsync(client, member, TransactionIdOf(purchase))));

        var refund = await RefundAsync(client, member, TransactionIdOf(purchase), """{"policies":{"refund":"ALLOW"} }""");

        Assert.Equal((HttpStatusCode.Accepted, "APPROVED"), (refund.Status, (string?)refund.Json["status"]));
        var transaction = refund.Json["transaction"]!;
        Assert.Equal(("REFUND", "APPROVED"), ((string?)transaction["type"], (string?)transaction["status"]));
        Assert.Equal(TransactionIdOf(purchase), (string?)transaction["details"]!["purchase"]!["reward_transaction"]!["id"]);
        Assert.Equal("REFUNDED", StatusOf(await PurchasesAsync(client, member)));
        Assert.Equal((1, 0), await StockAsync(client, member));
        Assert.Equal(0, sandbox.V2.GetCard(member.CardId).Balance);
        Assert.Equal(
            "423 non_approved_reward_transaction",
            KeyOf(await RefundAsync(client, member, TransactionIdOf(purchase), """{"policies":{"refund":"ALLOW"} }""")));
        Assert.Equal("423 non_purchase_reward_transaction", KeyOf(await RefundAsync(client, member, TransactionIdOf(refund))));
        Assert.Equal("404 not_found", KeyOf(await RefundAsync(client, member, "lrtx_0")));

        Time.Advance(TimeSpan.FromSeconds(2));
        var card = sandbox.V2.GetCard(member.CardId);
        Assert.Equal((100L, 100L, 100L), (card.Balance, card.SpentPoints, card.ReturnedPoints));
        var row = (await CardTransactionsAsync(client, member)).Data[0];
        Assert.Equal(("POINTS_RETURNED", (string?)transaction["card_transaction_id"]), ((string?)row["type"], (string?)row["id"]));
        Assert.Equal(TransactionIdOf(purchase), (string?)row["details"]!["purchase"]!["reward_transaction"]!["id"]);
        Assert.Equal((TransactionIdOf(purchase), 100L), (sandbox.Journal[^1].PurchaseId, sandbox.Journal[^1].Points));
    }

    [Fact]
    public async Task A_refund_can_write_the_piece_off_and_a_second_one_can_be_a_conflict()
    {
        var (_, client, member, rewardId) = await StartWithRewardAsync(
            100, stock: 1, v2: new SandboxV2Options { RefundTwiceStatus = 409 });
        var purchase = await PurchaseAsync(client, member, rewardId);

        await RefundAsync(client, member, TransactionIdOf(purchase), """{"policies":{"refund":"ALLOW","stock":"WRITE_OFF"} }""");

        Assert.Equal((0, 0), await StockAsync(client, member));
        Assert.Equal("409 non_approved_reward_transaction", KeyOf(await RefundAsync(client, member, TransactionIdOf(purchase))));
        Assert.Equal(
            "400 invalid_payload",
            KeyOf(await RefundAsync(client, member, TransactionIdOf(purchase), """{"policies":{"refund":"MAYBE"} }""")));
    }

    [Fact]
    public async Task The_client_buys_a_reward_simulates_it_and_refunds_it()
    {
        var (sandbox, _, member, rewardId) = await StartWithRewardAsync(100);
        var purchases = Sdk(sandbox).V2.Purchases;
        var request = new PurchaseRewardRequest { RewardId = rewardId };

        var preview = await purchases.SimulatePurchaseAsync(member.ProgramId, member.Id, request, Stop);
        Assert.Equal((RewardTransactionStatus.Simulated, 100), (preview.Status, preview.Details!.Points!.Total));

        // The clock stands still.
        var accepted = new RequestOptions { WaitUntil = WriteCompletion.Accepted };
        var purchase = await purchases.PurchaseRewardAsync(member.ProgramId, member.Id, request, accepted, Stop);
        var row = Assert.Single((await purchases.ListMemberPurchasesPageAsync(member.ProgramId, member.Id, Stop)).Items!);
        Assert.Equal((purchase.Id, true), (row.Id, row.HasEnded));
        Assert.Equal(RewardType.Material, row.Details!.Result!.Reward!.Type);
        Assert.Null(UnreadableMembers.Of(row));

        var refund = await purchases.RefundPurchaseAsync(
            member.ProgramId,
            member.Id,
            purchase.Id,
            new RefundPurchaseRequest { Policies = new() { Refund = RefundPolicy.Allow } },
            Stop);
        Assert.Equal(RewardTransactionType.Refund, refund.Refund!.Type);
        Assert.Equal(purchase.Id, refund.Refund.Details!.Purchase!.RewardTransaction!.Id);
        Assert.Equal(100, sandbox.V2.GetCard(member.CardId).Balance);
    }
}
