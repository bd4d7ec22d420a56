using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string MayBeNegative = ""","balance_settings":{"allow_negative":true}""";
    private const string KeepsSpent = "\"spent_points\":{\"type\":\"NONE\"}";
    private const string KeepsEarned = "\"earned_points\":{\"type\":\"NONE\"}";

    private static string Refunds(string spent, string earned) => $$""","refunds":{ {{spent}},{{earned}} }""";

    private static string ReturnsSpent(string mode = "REFUND_ALL") =>
        $$""" "spent_points":{"type":"REFUNDABLE","methods":[{"type":"RETURN_POINTS","mode":"{{mode}}"}]}""";

    private static string Revokes(string method, string? mode = null) =>
        $$""" "earned_points":{"type":"REFUNDABLE","methods":[{"type":"{{method}}"{{(mode is null ? "" : $",\"mode\":\"{mode}\"")}} }]}""";

    private static Task<ReceivedResponse> SetStatusAsync(HttpClient client, ReceivedResponse order, string status) =>
        SendAsync(client, HttpMethod.Put, $"v1/orders/{order.Json["id"]}", $$"""{"status":"{{status}}"}""");

    private static IEnumerable<string> Movements(LoyaltySandbox sandbox) =>
        sandbox.Journal.Select(entry => $"{entry.Type} {entry.Points} {entry.PendingPointsChange}");

    [Theory]
    [InlineData("REVOKE_TO_ZERO", 0, 4, 0)]
    [InlineData("REVOKE_BELOW_ZERO", -6, 10, -10)]
    public async Task A_canceled_order_takes_the_points_that_it_earned_back_from_the_balance(
        string mode, long balance, long refunded, long afterTwoOrders)
    {
        var (sandbox, client, member) = await StartWithDefinitionAsync(
            MayBeNegative + Refunds(KeepsSpent, Revokes("REVOKE_FROM_BALANCE", mode)), applyLag: TimeSpan.FromSeconds(2));
        var order = await PayAsync(client);
        await AdjustCardAsync(client, member, -6);
        Time.Advance(TimeSpan.FromSeconds(2));

        await SetStatusAsync(client, order, "CANCELED");
        Assert.Equal(4, sandbox.V2.GetCard(member.CardId).Balance);
        Time.Advance(TimeSpan.FromSeconds(2));

        var card = sandbox.V2.GetCard(member.CardId);
        Assert.Equal((balance, refunded), (card.Balance, card.RefundedPoints));
        var row = (await CardTransactionsAsync(client, member)).Data[0];
        Assert.Equal(("POINTS_REFUNDED", "APPROVED"), ((string?)row["type"], (string?)row["status"]));
        Assert.Equal($$"""{"total":{{refunded}}}""", row["details"]!["points"]!.ToJsonString());
        Assert.Equal(
            [(string?)order.Json["id"], null, (string?)order.Json["id"]], sandbox.Journal.Select(static entry => entry.OrderId));
        var report = (await GetAsync(
            client, CardOf(member) + "/reports/daily?start_date=2024-05-01&end_date=2024-05-31&resolution=day")).Data[0];
        Assert.Equal((refunded, 10), ((long)report["points_refunded"]!, (long)report["points_earned"]!));

        await AdjustCardAsync(client, member, -4 - balance);
        var second = await PayAsync(client);
        await AdjustCardAsync(client, member, -6);
        await SetStatusAsync(client, second, "CANCELED");
        Time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(afterTwoOrders, sandbox.V2.GetCard(member.CardId).Balance);
    }

    [Theory]
    [InlineData("REFUND_ALL")]
    [InlineData("REFUND_ITEM")]
    public async Task A_canceled_order_returns_the_points_that_paid_it(string mode)
    {
        var (sandbox, client, member) = await StartWithDefinitionAsync(
            PaysWithPoints + Refunds(ReturnsSpent(mode), KeepsEarned)
            + ""","points_expiration":{"type":"ROLLING_EXPIRATION","rolling_expiration":{"period":{"value":2,"unit":"DAY"} } }""");
        await AdjustCardAsync(client, member, 500);
        var order = await CreateOrderAsync(client, amount: 3_000);
        var payment = await PayPointsAsync(client, member, ""","payment_limit":{"type":"POINTS_LIMIT","points_limit":{"max":120} }""");
        await SetStatusAsync(client, order, "PAID");
        Time.Advance(TimeSpan.FromDays(1));

        await SetStatusAsync(client, order, "CANCELED");

        var card = sandbox.V2.GetCard(member.CardId);
        Assert.Equal((500, 120, 120), (card.Balance, card.SpentPoints, card.ReturnedPoints));
        var details = (await CardTransactionsAsync(client, member)).Data[0]["details"]!;
        Assert.Equal(
            """{"total":120,"expiration_date":"2024-05-18","expiration_type":"ROLLING_EXPIRATION"}""", details["points"]!.ToJsonString());
        Assert.Equal(
            ((string?)order.Json["id"], (string?)payment.Json["transaction"]!["id"]),
            ((string?)details["order"]!["id"], (string?)details["order_transaction"]!["id"]));
        var row = await Sdk(sandbox).V2.Cards.ListCardTransactionsPageAsync(member.ProgramId, member.Id, member.CardId, Stop);
        Assert.Equal((CardTransactionType.PointsReturned, 120), (row.Items![0].Type?.Value, row.Items[0].Details!.Points!.Total));

        // The order can be paid with points again: the first payment no longer counts.
        await SetStatusAsync(client, order, "PAID");
        var again = await PayPointsAsync(client, member);
        Assert.Equal(300, (int)again.Json["transaction"]!["details"]!["payment"]!["points_spent"]!);
        Assert.Equal(200, sandbox.V2.GetCard(member.CardId).Balance);
    }

    [Fact]
    public async Task A_canceled_order_cancels_its_own_pending_points_only()
    {
        var (sandbox, client, member) = await StartWithDefinitionAsync(
            AfterTwoDays + Refunds(KeepsSpent, Revokes("REVOKE_FROM_PENDING")));
        var first = await PayAsync(client);
        var second = await PayAsync(client);

        await SetStatusAsync(client, first, "CANCELED");

        var bucket = Assert.Single((await GetAsync(client, CardOf(member) + "/pending-points")).Data);
        Assert.Equal((10, "PENDING"), ((int)bucket["points"]!["total"]!, (string?)bucket["status"]));
        var row = (await CardTransactionsAsync(client, member)).Data[0];
        Assert.Equal("PENDING_POINTS_CANCELED", (string?)row["type"]);
        Assert.Equal("""{"total":10,"date":"2024-05-17","type":"PERIOD_BASED"}""", row["details"]!["points"]!.ToJsonString());
        Assert.Equal((string?)bucket["id"], sandbox.Journal[^1].ResourceId);

        Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal((10, 0), (sandbox.V2.GetCard(member.CardId).Balance, sandbox.V2.GetCard(member.CardId).PendingPoints));

        // Points that have become active stay.
        await SetStatusAsync(client, second, "CANCELED");
        Assert.Equal(
            ["PENDING_POINTS_ADDED 0 10", "PENDING_POINTS_ADDED 0 10", "PENDING_POINTS_CANCELED 0 -10", "PENDING_POINTS_ACTIVATED 10 -10"],
            Movements(sandbox));
    }

    [Fact]
    public async Task A_bucket_is_activated_without_the_points_that_a_canceled_order_took_meanwhile()
    {
        var (sandbox, client, member) = await StartWithDefinitionAsync(
            AfterTwoDays + Refunds(KeepsSpent, Revokes("REVOKE_FROM_PENDING")), applyLag: TimeSpan.FromSeconds(2));
        var order = await PayAsync(client);
        await PayAsync(client);
        Time.Advance(TimeSpan.FromSeconds(2));
        var bucket = (await GetAsync(client, CardOf(member) + "/pending-points")).Data[0]["id"];

        await SetStatusAsync(client, order, "CANCELED");
        await PostNothingAsync(client, $"{CardOf(member)}/pending-points/{bucket}/activate");
        Time.Advance(TimeSpan.FromSeconds(2));

        var card = sandbox.V2.GetCard(member.CardId);
        Assert.Equal((10, 0), (card.Balance, card.PendingPoints));
        Assert.Equal("PENDING_POINTS_ACTIVATED 10 -10", Movements(sandbox).Last());
    }

    [Fact]
    public async Task An_order_is_refunded_once_and_only_after_it_was_paid()
    {
        var (sandbox, client, member) = await StartWithDefinitionAsync(
            PaysWithPoints + Refunds(ReturnsSpent(), Revokes("REVOKE_FROM_BALANCE", "REVOKE_TO_ZERO")));
        await AdjustCardAsync(client, member, 100);
        var order = await CreateOrderAsync(client);
        await PayPointsAsync(client, member, ""","payment_limit":{"type":"POINTS_LIMIT","points_limit":{"max":20} }""");

        await SetStatusAsync(client, order, "CANCELED");
        Assert.Equal(80, sandbox.V2.GetCard(member.CardId).Balance);

        await SetStatusAsync(client, order, "PAID");
        await SetStatusAsync(client, order, "FULFILLED");
        await SetStatusAsync(client, order, "CANCELED");
        await SetStatusAsync(client, order, "CANCELED");
        Assert.Equal(100, sandbox.V2.GetCard(member.CardId).Balance);
        Assert.Equal(["ADMIN_CREDIT 100 0", "POINTS_SPENT_ON_ORDER -20 0", "POINTS_RETURNED 20 0"], Movements(sandbox));
    }

    [Fact]
    public async Task Without_refund_rules_a_canceled_order_moves_nothing()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        var order = await PayAsync(client);

        await SetStatusAsync(client, order, "CANCELED");

        Assert.Equal(["POINTS_EARNED 10 0"], Movements(sandbox));
        Assert.Equal(10, sandbox.V2.GetCard(member.CardId).Balance);
    }

    [Fact]
    public async Task Points_that_are_gone_cannot_be_taken_back()
    {
        var (sandbox, client, member) = await StartWithDefinitionAsync(
            Refunds(KeepsSpent, Revokes("REVOKE_FROM_BALANCE", "REVOKE_TO_ZERO")));
        var order = await PayAsync(client);
        await AdjustCardAsync(client, member, -10);

        await SetStatusAsync(client, order, "CANCELED");

        var row = (await CardTransactionsAsync(client, member)).Data[0];
        Assert.Equal(("POINTS_REFUNDED", "REJECTED"), ((string?)row["type"], (string?)row["status"]));
        Assert.Equal("NOT_ENOUGH_BALANCE", (string?)row["details"]!["rejection"]!["reason"]);
        Assert.Equal(0, sandbox.V2.GetCard(member.CardId).Balance);
    }

    [Fact]
    public async Task Points_of_a_payment_that_is_rejected_later_do_not_come_back()
    {
        var (sandbox, client, member) = await StartWithDefinitionAsync(
            PaysWithPoints + Refunds(ReturnsSpent(), KeepsEarned), applyLag: TimeSpan.FromSeconds(2));
        await AdjustCardAsync(client, member, 50);
        Time.Advance(TimeSpan.FromSeconds(2));
        var order = await CreateOrderAsync(client);
        sandbox.Faults.Next(SandboxFault.RejectLate);
        await PayPointsAsync(client, member);
        await SetStatusAsync(client, order, "PAID");

        await SetStatusAsync(client, order, "CANCELED");
        Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(["ADMIN_CREDIT 50 0"], Movements(sandbox));
        Assert.Equal(
            ["REJECTED", "REJECTED", "APPROVED"],
            (await CardTransactionsAsync(client, member)).Data.Select(static row => (string?)row["status"]));
    }

    [Theory]
    [InlineData("\"spent_points\":{\"type\":\"REFUNDABLE\",\"methods\":[]}", KeepsEarned, "")]
    [InlineData(KeepsSpent, "\"earned_points\":{\"type\":\"REFUNDABLE\",\"methods\":[{\"type\":\"REVOKE_FROM_BALANCE\"}]}", "")]
    [InlineData(KeepsSpent, "\"earned_points\":{\"type\":\"NONE\",\"methods\":[{\"type\":\"REVOKE_FROM_PENDING\"}]}", AfterTwoDays)]
    [InlineData(KeepsSpent, "\"earned_points\":{\"type\":\"REFUNDABLE\",\"methods\":[{\"type\":\"REVOKE_FROM_PENDING\"}]}", "")]
    [InlineData(
        KeepsSpent,
        "\"earned_points\":{\"type\":\"REFUNDABLE\",\"methods\":[{\"type\":\"REVOKE_FROM_BALANCE\",\"mode\":\"REVOKE_BELOW_ZERO\"}]}",
        "")]
    public async Task Invalid_refund_rules_are_refused(string spent, string earned, string more)
    {
        var (_, client) = await StartAsync();

        var response = await PostAsync(
            client, Definitions, $$"""{"name":"Card","type":"INDIVIDUAL"{{more}}{{Refunds(spent, earned)}} }""");

        Assert.Equal((HttpStatusCode.BadRequest, "400 invalid_payload"), (response.Status, KeyOf(response)));
    }
}
