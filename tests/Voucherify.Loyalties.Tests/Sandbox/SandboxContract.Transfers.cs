using System.Net;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V1;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    private const string TransfersPath = "v1/loyalties/Summer%20Club/members/CARD/transfers";

    /// <summary>
    /// Adds a card of a campaign whose points expire after three months, and two cards of another campaign with 100 points each.
    /// </summary>
    private async Task<(LoyaltySandbox Sandbox, HttpClient Client)> StartWithThreeCardsAsync(LoyaltySandboxOptions? options = null)
    {
        var (sandbox, client) = await StartAsync(options);
        sandbox.V1.AddCampaign(Campaign, expiresAfterMonths: 3);
        sandbox.V1.AddCampaign("Other");
        sandbox.V1.AddCard("CARD", 10, Campaign);
        sandbox.V1.AddCard("A", 100, "Other");
        sandbox.V1.AddCard("B", 100, "Other");
        return (sandbox, client);
    }

    [Fact]
    public async Task A_transfer_moves_points_and_leaves_two_linked_transactions()
    {
        var (sandbox, client) = await StartWithThreeCardsAsync();

        var response = await PostAsync(client, TransfersPath, """[{"code":"A","points":30,"reason":"gift","source_id":"t-1"}]""");

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.Equal(
            ("CARD", 40, 40),
            ((string?)response.Json["code"],
             (int)response.Json["loyalty_card"]!["points"]!,
             (int)response.Json["loyalty_card"]!["balance"]!));
        Assert.Equal([("A", -30), ("CARD", 30)], sandbox.Journal.Select(entry => (entry.CardCode, (int)entry.Points)));
        Assert.Equal(
            (70, 30, 100),
            (sandbox.V1.GetCard("A").Balance, sandbox.V1.GetCard("A").SubtractedPoints, sandbox.V1.GetCard("A").Points));
        Assert.Equal([Today.AddMonths(3), null], sandbox.V1.GetCard("CARD").Buckets.Select(bucket => bucket.ExpiresOn));
        await AssertLinkedAsync(client);
    }

    private static async Task AssertLinkedAsync(HttpClient client)
    {
        var arrived = Assert.Single((await TransactionsAsync(client)).Data);
        var left = Assert.Single((await GetAsync(client, "v1/loyalties/members/A/transactions")).Data);
        Assert.Equal(["POINTS_TRANSFER_OUT", "POINTS_TRANSFER_IN"], new[] { left, arrived }.Select(row => (string?)row["type"]));
        Assert.Equal([-30, 30], new[] { left, arrived }.Select(row => (int)row["details"]!["balance"]!["points"]!));
        Assert.All(
            [left, arrived],
            row => Assert.Equal(("t-1", "gift", "API"), ((string?)row["source_id"], (string?)row["reason"], (string?)row["source"])));
        Assert.Equal((string?)arrived["id"], (string?)left["related_transaction_id"]);
        Assert.Equal((string?)left["id"], (string?)arrived["related_transaction_id"]);
        Assert.Equal("CARD", (string?)left["details"]!["destination_voucher"]!["code"]);
        Assert.Equal("A", (string?)arrived["details"]!["source_voucher"]!["code"]);
        Assert.Equal(1, Number(arrived) - Number(left));

        static long Number(JsonObject row) => Convert.ToInt64(((string)row["id"]!)[4..], 16);
    }

    [Fact]
    public async Task A_transfer_takes_from_several_cards_or_from_none()
    {
        var (sandbox, client) = await StartWithThreeCardsAsync();

        var refused = await PostAsync(
            client,
            TransfersPath,
            """[{"code":"A","points":30},{"code":"B","points":60},{"code":"B","points":60}]""");
        Assert.Empty(sandbox.Journal);
        var done = await PostAsync(
            client,
            TransfersPath,
            """[{"code":"A","points":30},{"code":"B","points":60},{"code":"B","points":40}]""");

        AssertError(refused, 400, "loyalty_card_points_exceeded", "loyalty card points exceeded", "B");
        Assert.Equal(140, (int)done.Json["loyalty_card"]!["balance"]!);
        Assert.Equal((140, 70, 0), (sandbox.V1.GetCard("CARD").Balance, sandbox.V1.GetCard("A").Balance, sandbox.V1.GetCard("B").Balance));
    }

    [Fact]
    public async Task A_transfer_can_move_the_parts_before_the_first_error()
    {
        var (sandbox, client) = await StartWithThreeCardsAsync(new LoyaltySandboxOptions
        {
            TimeProvider = Time,
            V1 = new SandboxV1Options { PartialTransfers = SandboxPolicy.Accept },
        });

        var response = await PostAsync(
            client,
            TransfersPath,
            """[{"code":"A","points":30},{"code":"NONE","points":1},{"code":"B","points":60}]""");

        AssertError(response, 404, "not_found", "Resource not found", "Cannot find voucher with id NONE");
        Assert.Equal((40, 70, 100), (sandbox.V1.GetCard("CARD").Balance, sandbox.V1.GetCard("A").Balance, sandbox.V1.GetCard("B").Balance));
    }

    [Theory]
    [InlineData("[]", "Payload must be an array with at least 1 element")]
    [InlineData("{}", "Payload must be an array with at least 1 element")]
    [InlineData("[", "Payload is not a valid JSON")]
    [InlineData("[1]", "Payload must be an array of objects")]
    [InlineData("""[{"points":1}]""", "Payload should have required property 'code'")]
    [InlineData("""[{"code":"A"}]""", "Payload should have required property 'points'")]
    [InlineData("""[{"code":"A","points":0}]""", "Property .points must be greater than 0")]
    [InlineData("""[{"code":"A","points":-5}]""", "Property .points must be greater than 0")]
    [InlineData("""[{"code":"CARD","points":1}]""", "Points cannot be transferred to the card they come from")]
    public async Task An_invalid_transfer_is_refused(string body, string details)
    {
        var (sandbox, client) = await StartWithThreeCardsAsync();

        AssertError(await PostAsync(client, TransfersPath, body), 400, "invalid_payload", "Invalid payload", details);
        Assert.Empty(sandbox.Journal);
    }

    [Fact]
    public async Task A_transfer_waits_for_the_lag_and_includes_queued_effects()
    {
        var (sandbox, client) = await StartWithThreeCardsAsync(Options(applyLag: Lag));
        const string Body = """[{"code":"A","points":60}]""";

        Assert.Equal(70, (int)(await PostAsync(client, TransfersPath, Body)).Json["loyalty_card"]!["balance"]!);
        Assert.Equal(400, (int)(await PostAsync(client, TransfersPath, Body)).Status);
        Assert.Equal(-60 + 70, (int)(await AdjustAsync(client, -60)).Json["balance"]!);
        Assert.Empty(sandbox.Journal);
        Time.Advance(Lag);

        Assert.Equal((10, 40), (sandbox.V1.GetCard("CARD").Balance, sandbox.V1.GetCard("A").Balance));
    }

    [Fact]
    public async Task A_transfer_without_enough_points_is_dropped_as_a_whole()
    {
        var (sandbox, client) = await StartWithThreeCardsAsync();
        sandbox.Faults = new SandboxFaults { MinExtraLag = Lag };
        sandbox.Faults.Next(SandboxFault.ExtraLag);
        await AdjustAsync(client, 50, code: "B");

        await PostAsync(client, TransfersPath, """[{"code":"A","points":30},{"code":"B","points":150}]""");
        Time.Advance(Lag);

        Assert.Equal([50], sandbox.Journal.Select(entry => entry.Points));
        Assert.Equal(1, sandbox.V1.DroppedEffects);
        Assert.Equal(
            (10, 100, 150),
            (sandbox.V1.GetCard("CARD").Balance, sandbox.V1.GetCard("A").Balance, sandbox.V1.GetCard("B").Balance));
    }

    [Fact]
    public async Task A_campaign_lists_the_transactions_of_all_its_cards()
    {
        var (sandbox, client) = await StartWithThreeCardsAsync();
        await AdjustAsync(client, 1, "a1", "A");
        await AdjustAsync(client, 2, "b1", "B");
        await AdjustAsync(client, 3, "c1");
        await AdjustAsync(client, 4, "a2", "A");

        async Task<IEnumerable<string?>> ListAsync(string query) =>
            (await GetAsync(client, "v1/loyalties/Other/transactions" + query)).Data.Select(row => (string?)row["source_id"]);

        Assert.Equal(["a2", "b1", "a1"], await ListAsync(""));
        Assert.Equal(["a1", "b1"], await ListAsync("?order=id&limit=2"));
        Assert.Equal(["b1"], await ListAsync($"?filters[voucher_id][conditions][$is]={sandbox.V1.GetCard("B").Id}"));
        Assert.Equal(
            400,
            (int)(await GetAsync(client, "v1/loyalties/Other/transactions?filters[created_at][conditions][$after]=2024-01-01")).Status);
        AssertError(
            await GetAsync(client, "v1/loyalties/None/transactions"),
            404,
            "not_found",
            "Resource not found",
            "Cannot find campaign with id None");
    }
}
