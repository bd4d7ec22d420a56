using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string PaysWithPoints = ""","pay_with_points":{"type":"EXCHANGE_RATIO","exchange_ratio":{"formula":"0.1"} }""";

    private static Task<ReceivedResponse> CreateOrderAsync(HttpClient client, string sourceId = "order-1001", long amount = 12_500) =>
        PostAsync(client, "v1/orders", $$"""{"source_id":"{{sourceId}}","status":"CREATED","amount":{{amount}}}""");

    private static Task<ReceivedResponse> PayPointsAsync(
        HttpClient client, SandboxMember member, string more = "", string sourceId = "order-1001") => PostAsync(
        client,
        PathOf(member) + "/orders/payments",
        $$"""{"card_id":"{{member.CardId}}","order":{"source_id":"{{sourceId}}"}{{more}} }""");

    [Theory]
    [InlineData("", 12_500, 500, 5_000, "CARD_BALANCE_POINTS POINTS 500", "{}")]
    [InlineData(
        ""","payment_limit":{"type":"CARD_BALANCE"}""", 12_500, 500, 5_000, "CARD_BALANCE_POINTS POINTS 500", "{}")]
    [InlineData(
        ""","payment_limit":{"type":"POINTS_LIMIT","points_limit":{"max":120} }""",
        12_500, 120, 1_200, "REQUEST_PAYMENT_LIMIT POINTS 120", """{"points_limit":120}""")]
    [InlineData(
        ""","payment_limit":{"type":"AMOUNT_LIMIT","amount_limit":{"max":999} }""",
        12_500, 99, 990, "REQUEST_PAYMENT_LIMIT AMOUNT 999", """{"amount_limit":999}""")]
    [InlineData("", 3_000, 300, 3_000, "ORDER_TOTAL_AMOUNT AMOUNT 3000", "{}")]
    public async Task A_payment_takes_the_lowest_of_all_limits(
        string limit, long orderAmount, long points, long amount, string cap, string metadata)
    {
        var (sandbox, client, member) = await StartWithMemberAsync(points: 500, applyLag: TimeSpan.FromSeconds(2));
        var order = await CreateOrderAsync(client, amount: orderAmount);

        var response = await PayPointsAsync(client, member, limit);

        Assert.Equal((HttpStatusCode.Accepted, "TRANSACTION_CREATED"), (response.Status, (string?)response.Json["status"]));
        var payment = response.Json["transaction"]!;
        var details = payment["details"]!;
        Assert.Equal(("PENDING", (string?)order.Json["id"]), ((string?)payment["status"], (string?)payment["order_id"]));
        Assert.Matches("^lotx_[0-9a-f]{18}$", (string?)payment["id"]);
        Assert.Equal(
            $$"""{"amount":{{amount}},"points_spent":{{points}},"exchange_ratio":0.1}""", details["payment"]!.ToJsonString());
        var binding = details["spending_cap"]!;
        Assert.Equal(cap, $"{binding["type"]} {binding["unit"]} {binding["value"]}");
        Assert.Equal(metadata, details["metadata"]!.ToJsonString());
        Assert.Equal(500, sandbox.V2.GetCard(member.CardId).Balance);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("PROCESSING", StatusOf(await GetAsync(client, PathOf(member) + "/orders/payments")));

        Time.Advance(TimeSpan.FromSeconds(1));
        var row = Assert.Single((await GetAsync(client, PathOf(member) + "/orders/payments")).Data);
        Assert.Equal(("APPROVED", (string?)payment["id"]), ((string?)row["status"], (string?)row["id"]));
        Assert.Matches("^ordpay_", (string?)row["details"]!["payment"]!["id"]);
        var card = sandbox.V2.GetCard(member.CardId);
        Assert.Equal((500 - points, points), (card.Balance, card.SpentPoints));
        var entry = Assert.Single(sandbox.Journal);
        Assert.Equal(("POINTS_SPENT_ON_ORDER", -points, (string?)order.Json["id"]), (entry.Type, entry.Points, entry.OrderId));
        Assert.Equal((string?)payment["id"], entry.OrderTransactionId);
        var movement = Assert.Single((await CardTransactionsAsync(client, member)).Data);
        Assert.Equal((string?)row["card_transaction_id"], (string?)movement["id"]);
        Assert.Equal(points, (long)movement["details"]!["points"]!["total"]!);
        Assert.Equal((string?)payment["id"], (string?)movement["details"]!["order_transaction"]!["id"]);
    }

    [Fact]
    public async Task A_dry_run_of_a_payment_records_nothing()
    {
        var (sandbox, client, member) = await StartWithMemberAsync(points: 500);
        await CreateOrderAsync(client);

        var response = await PayPointsAsync(client, member, ""","mode":"DRY_RUN" """);

        Assert.Equal((HttpStatusCode.OK, "DRY_RUN"), (response.Status, (string?)response.Json["status"]));
        var payment = response.Json["transaction"]!.AsObject();
        Assert.Equal(("SIMULATED", 500), ((string?)payment["status"], (int)payment["details"]!["payment"]!["points_spent"]!));
        Assert.False(payment.ContainsKey("id") || payment.ContainsKey("created_at"));
        Assert.Null(payment["card_transaction_id"]);
        Assert.Empty((await GetAsync(client, PathOf(member) + "/orders/payments")).Data);
        Assert.Equal("423 zero_points_to_spent", KeyOf(await PayPointsAsync(
            client, member, ""","mode":"DRY_RUN","payment_limit":{"type":"AMOUNT_LIMIT","amount_limit":{"max":9} }""")));
        Assert.Empty(sandbox.Journal);
    }

    [Theory]
    [InlineData(500, 12_500, "NOT_ENOUGH_BALANCE")]
    [InlineData(3_000, 12_500, "PAYMENT_EXCEEDS_ORDER_TOTAL_AMOUNT")]
    public async Task A_second_payment_that_was_recorded_meanwhile_is_rejected_later(long points, long amount, string reason)
    {
        var (sandbox, client, member) = await StartWithMemberAsync(points: points, applyLag: TimeSpan.FromSeconds(2));
        await CreateOrderAsync(client, amount: amount);

        await PayPointsAsync(client, member);
        Assert.Equal(HttpStatusCode.Accepted, (await PayPointsAsync(client, member)).Status);
        Time.Advance(TimeSpan.FromSeconds(2));

        var rows = (await GetAsync(client, PathOf(member) + "/orders/payments")).Data;
        Assert.Equal(["REJECTED", "APPROVED"], rows.Select(row => (string?)row["status"]));
        Assert.Equal($$"""{"reason":"{{reason}}"}""", rows[0]["details"]!["rejection"]!.ToJsonString());
        Assert.Single(sandbox.Journal);
        Assert.Equal(points - Math.Min(points, 1_250), sandbox.V2.GetCard(member.CardId).Balance);
    }

    [Fact]
    public async Task A_payment_of_an_order_that_is_gone_is_rejected_later()
    {
        var (sandbox, client, member) = await StartWithMemberAsync(points: 500, applyLag: TimeSpan.FromSeconds(2));
        await CreateOrderAsync(client);
        await PayPointsAsync(client, member);

        sandbox.V2.RemoveOrder("order-1001");
        Time.Advance(TimeSpan.FromSeconds(2));

        var row = Assert.Single((await GetAsync(client, PathOf(member) + "/orders/payments")).Data);
        Assert.Equal("ORDER_NOT_FOUND", (string?)row["details"]!["rejection"]!["reason"]);
        Assert.Equal("404 not_found", KeyOf(await PayPointsAsync(client, member)));
    }

    [Fact]
    public async Task A_card_pays_only_what_its_limits_allow()
    {
        var (sandbox, client, member) = await StartWithDefinitionAsync(
            PaysWithPoints + """
            ,"spending_limits":{"global":{"type":"LIMITED","limits":[{"type":"SPENDING_BASED","max":150}]},
            "transactions":{"type":"LIMITED","limits":[{"type":"POINTS","max":100}]} }
            """,
            applyLag: TimeSpan.FromSeconds(2));
        await AdjustCardAsync(client, member, 500);
        await CreateOrderAsync(client);
        Time.Advance(TimeSpan.FromSeconds(2));

        var first = await PayPointsAsync(client, member);
        await PayPointsAsync(client, member);
        Assert.Equal("CARD_SPENDING_TRANSACTIONS_LIMIT", CapOf(first));
        Time.Advance(TimeSpan.FromSeconds(2));

        var rejected = (await GetAsync(client, PathOf(member) + "/orders/payments")).Data[0]["details"]!["rejection"]!;
        Assert.Equal(
            """{"reason":"GLOBAL_SPENDING_LIMIT_EXCEEDED","details":{"type":"SPENDING_BASED","limit":150,"spendings":100}}""",
            rejected.ToJsonString());
        var rest = await PayPointsAsync(client, member);
        Assert.Equal("CARD_SPENDING_GLOBAL_SPENDING_BASED_LIMIT", CapOf(rest));
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(350, sandbox.V2.GetCard(member.CardId).Balance);
        Assert.Equal("423 exhausted_card_spending_global_spending_based_limit", KeyOf(await PayPointsAsync(client, member)));
    }

    [Theory]
    [InlineData("", 500, "423 pay_with_points_not_enabled")]
    [InlineData(
        ""","pay_with_points":{"type":"EXCHANGE_RATIO","exchange_ratio":{"formula":"ORDER_METADATA(x)"} }""",
        500, "423 invalid_exchange_ratio")]
    [InlineData(""","pay_with_points":{"type":"EXCHANGE_RATIO","exchange_ratio":{} }""", 500, "400 missing_exchange_ratio_formula")]
    [InlineData(PaysWithPoints, 0, "423 zero_card_balance")]
    [InlineData(
        ""","pay_with_points":{"type":"EXCHANGE_RATIO","exchange_ratio":{"formula":"1000"} }""", 500, "423 zero_payment_amount")]
    public async Task A_payment_is_refused_with_its_key(string settings, long points, string key)
    {
        var (sandbox, client, member) = await StartWithDefinitionAsync(settings);
        await CreateOrderAsync(client);
        if (points > 0)
        {
            await AdjustCardAsync(client, member, points);
        }

        Assert.Equal(key, KeyOf(await PayPointsAsync(client, member)));
        Assert.DoesNotContain(sandbox.Journal, entry => entry.OrderId is not null);
    }

    [Theory]
    [InlineData(""","color":1""")]
    [InlineData(""","mode":"MAYBE" """)]
    [InlineData(""","payment_limit":{"type":"POINTS_LIMIT"}""")]
    [InlineData(""","payment_limit":{"type":"POINTS_LIMIT","points_limit":{"max":0} }""")]
    [InlineData(""","payment_limit":{"type":"CARD_BALANCE","points_limit":{"max":1} }""")]
    public async Task An_invalid_payment_is_refused(string more)
    {
        var (_, client, member) = await StartWithMemberAsync(points: 500);
        await CreateOrderAsync(client);

        Assert.Equal("400 invalid_payload", KeyOf(await PayPointsAsync(client, member, more)));
    }

    [Fact]
    public async Task An_order_of_nothing_cannot_be_paid()
    {
        var (_, client, member) = await StartWithMemberAsync(points: 500);
        await CreateOrderAsync(client, amount: 0);

        Assert.Equal("423 zero_order_total_amount", KeyOf(await PayPointsAsync(client, member)));
        Assert.Equal("404 not_found", KeyOf(await PayPointsAsync(client, member, sourceId: "order-9")));
        await PostAsync(client, PathOf(member) + "/deactivate", "");
        Assert.Equal("423 non_active_member", KeyOf(await PayPointsAsync(client, member)));
    }

    [Fact]
    public async Task The_client_pays_an_order_and_simulates_it()
    {
        var (sandbox, http, member) = await StartWithMemberAsync(points: 500);
        await CreateOrderAsync(http);
        var payments = Sdk(sandbox).V2.Payments;
        var request = new PayOrderRequest
        {
            CardId = member.CardId,
            Order = OrderReference.BySource("order-1001"),
            Limit = Loyalties.V2.PaymentLimit.Points(120),
        };

        var preview = await payments.SimulateOrderPaymentAsync(member.ProgramId, member.Id, request, Stop);
        Assert.Equal((OrderTransactionStatus.Simulated, 1_200), (preview.Status, preview.Details!.Payment!.Amount));
        Assert.Empty(sandbox.Journal);

        // The clock stands still.
        var accepted = new RequestOptions { WaitUntil = WriteCompletion.Accepted };
        var payment = await payments.PayOrderAsync(member.ProgramId, member.Id, request, accepted, Stop);

        var row = Assert.Single((await payments.ListMemberOrderPaymentsPageAsync(member.ProgramId, member.Id, Stop)).Items!);
        Assert.Equal((payment.Id, true, 120), (row.Id, row.HasEnded, row.Details!.Payment!.PointsSpent));
        Assert.Equal((SpendingCapType.RequestPaymentLimit, 120), (row.Details.SpendingCap!.Type, row.Details.Metadata!.PointsLimit));
        Assert.Null(UnreadableMembers.Of(row));
        Assert.Single(sandbox.Journal);
    }

    [Theory]
    [InlineData(SandboxFault.LoseResponse, 1)]
    [InlineData(SandboxFault.LoseRequest, 0)]
    [InlineData(SandboxFault.RejectLate, 0)]
    public async Task Faults_strike_payments(SandboxFault fault, int effects)
    {
        var (sandbox, client, member) = await StartWithMemberAsync(points: 500);
        await CreateOrderAsync(client);
        sandbox.Faults.Next(fault);

        try
        {
            await PayPointsAsync(client, member);
        }
        catch (HttpRequestException)
        {
            Assert.NotEqual(SandboxFault.RejectLate, fault);
        }

        Assert.Equal(effects, sandbox.Journal.Count);
    }

    [Fact]
    public async Task A_payment_can_be_missing_from_lists_for_a_while()
    {
        var (sandbox, client, member) = await StartWithMemberAsync(points: 500);
        await CreateOrderAsync(client);
        (sandbox.Faults.MinExtraListLag, sandbox.Faults.MaxExtraListLag) = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        sandbox.Faults.Next(SandboxFault.HideRow);

        await PayPointsAsync(client, member);

        Assert.Empty((await GetAsync(client, PathOf(member) + "/orders/payments")).Data);
        Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Single((await GetAsync(client, PathOf(member) + "/orders/payments")).Data);
    }

    private static string? CapOf(ReceivedResponse response) =>
        (string?)response.Json["transaction"]!["details"]!["spending_cap"]!["type"];
}
