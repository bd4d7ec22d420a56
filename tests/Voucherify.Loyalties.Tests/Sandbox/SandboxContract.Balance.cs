using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V1;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task Added_points_appear_in_the_response_and_on_the_card()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 13336);

        var response = await AdjustAsync(client, 100);

        var card = sandbox.V1.GetCard("CARD");
        AssertJson(
            $$"""
            {"points":100,"total":13436,"balance":13436,"type":"loyalty_card","object":"balance",
             "related_object":{"type":"voucher","id":"{{card.Id}}"},"operation_type":"MANUAL"}
            """,
            response,
            HttpStatusCode.OK);
        Assert.Equal("application/json; charset=utf-8", response.Headers["Content-Type"]);
        Assert.Equal((13436, 13436), (card.Balance, card.Points));
    }

    [Fact]
    public async Task Removed_points_reduce_balance_and_total_but_not_the_points_ever_added()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 500);

        var response = await AdjustAsync(client, -120);

        Assert.Equal(-120, (long)response.Json["points"]!);
        Assert.Equal(380, (long)response.Json["total"]!);
        Assert.Equal(380, (long)response.Json["balance"]!);
        var card = sandbox.V1.GetCard("CARD");
        Assert.Equal((380, 380, 500, 120), (card.Balance, card.Total, card.Points, card.SubtractedPoints));
    }

    [Fact]
    public async Task The_sign_of_the_response_is_an_option_because_the_vendor_shows_both()
    {
        var (_, client) = await StartWithCardAsync(points: 500, options: Options(responseSign: SandboxResponseSign.Absolute));

        Assert.Equal(120, (long)(await AdjustAsync(client, -120)).Json["points"]!);
    }

    [Theory]
    [InlineData("v1/loyalties/Summer%20Club/members/CARD/balance")]
    [InlineData("v1/loyalties/camp_1/members/CARD/balance")]
    public async Task A_campaign_is_found_by_name_and_by_id(string path)
    {
        var (sandbox, client) = await StartAsync();
        sandbox.V1.AddCampaign(Campaign, "camp_1");
        sandbox.V1.AddCard("CARD", campaign: Campaign);

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(client, path, """{"points":1}""")).Status);
    }

    [Fact]
    public async Task An_unknown_campaign_is_not_found()
    {
        var (_, client) = await StartWithCardAsync();

        var response = await PostAsync(client, "v1/loyalties/No%20Club/members/CARD/balance", """{"points":1}""");

        AssertError(response, 404, "not_found", "Resource not found", "Cannot find campaign with id No Club");
        Assert.Equal(("No Club", "campaign"), ((string?)response.Json["resource_id"], (string?)response.Json["resource_type"]));
    }

    [Fact]
    public async Task A_card_of_another_campaign_is_not_found()
    {
        var (sandbox, client) = await StartWithCardAsync();
        sandbox.V1.AddCampaign("Other");

        var response = await PostAsync(client, "v1/loyalties/Other/members/CARD/balance", """{"points":1}""");

        AssertError(response, 404, "not_found", "Resource not found", "Cannot find voucher with id CARD");
    }

    [Fact]
    public async Task An_unknown_card_is_not_found()
    {
        var (_, client) = await StartAsync();

        var response = await AdjustAsync(client, 1, code: "NoSuchMemberId");

        AssertError(response, 404, "not_found", "Resource not found", "Cannot find voucher with id NoSuchMemberId");
        Assert.Equal("NoSuchMemberId", (string?)response.Json["resource_id"]);
        Assert.Equal("voucher", (string?)response.Json["resource_type"]);
    }

    [Fact]
    public async Task Removing_more_than_the_balance_is_refused_and_changes_nothing()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 10);

        var response = await AdjustAsync(client, -11);

        AssertError(response, 400, "loyalty_card_points_exceeded", "loyalty card points exceeded", "CARD");
        Assert.Equal(10, sandbox.V1.GetCard("CARD").Balance);
        Assert.Empty(sandbox.Journal);
    }

    [Fact]
    public async Task The_whole_balance_can_be_removed()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 10);

        await AdjustAsync(client, -10);

        Assert.Equal(0, sandbox.V1.GetCard("CARD").Balance);
    }

    [Fact]
    public async Task Zero_points_can_be_accepted_and_leave_no_trace()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 7, options: Options(zeroPoints: SandboxPolicy.Accept));

        var response = await AdjustAsync(client, 0);

        Assert.Equal(7, (long)response.Json["balance"]!);
        Assert.Empty(sandbox.Journal);
    }

    [Fact]
    public async Task A_card_without_a_holder_is_refused_unless_the_option_accepts_it()
    {
        var seed = new SandboxCardSeed { Code = "CARD", HasHolder = false };
        var (strict, client) = await StartAsync();
        strict.V1.AddCard(seed);
        var (lenient, otherClient) = await StartAsync(Options(cardWithoutHolder: SandboxPolicy.Accept));
        lenient.V1.AddCard(seed);

        AssertError(await AdjustAsync(client, 1), 400, "not_published", "Voucher is not published", details: null);
        Assert.Equal(HttpStatusCode.OK, (await AdjustAsync(otherClient, 1)).Status);
    }

    [Fact]
    public async Task A_repeated_source_id_has_a_second_effect_by_default()
    {
        var (sandbox, client) = await StartWithCardAsync();

        await AdjustAsync(client, 5, "order-1");
        await AdjustAsync(client, 5, "order-1");

        Assert.Equal(10, sandbox.V1.GetCard("CARD").Balance);
    }

    [Fact]
    public async Task A_repeated_source_id_can_be_refused()
    {
        var options = Options(applyLag: TimeSpan.FromSeconds(1), repeatedSourceId: SandboxPolicy.Reject);
        var (sandbox, client) = await StartWithCardAsync(options: options);
        sandbox.V1.AddCard("OTHER");

        await AdjustAsync(client, 5, "order-1");
        var repeated = await AdjustAsync(client, 5, "order-1");
        var otherCard = await AdjustAsync(client, 5, "order-1", "OTHER");

        AssertError(repeated, 400, "duplicate_source_id", "Duplicate source_id", "Transaction with source_id: 'order-1' already exists");
        Assert.Equal(HttpStatusCode.OK, otherCard.Status);
    }

    [Fact]
    public async Task The_journal_has_each_effect_once_in_the_order_of_application()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 100);

        await AdjustAsync(client, -30, "a");
        Time.Advance(TimeSpan.FromSeconds(1));
        await AdjustAsync(client, 50);

        var journal = sandbox.Journal;
        Assert.Equal([1, 2], journal.Select(entry => entry.Sequence));
        Assert.Equal([-30, 50], journal.Select(entry => entry.Points));
        Assert.Equal(["POINTS_REMOVAL", "POINTS_ADDITION"], journal.Select(entry => entry.Type));
        Assert.Equal(["a", null], journal.Select(entry => entry.SourceId));
        Assert.All(journal, entry => Assert.Equal("CARD", entry.CardCode));
        Assert.All(journal, entry => Assert.Matches("^v-[0-9a-f]{18}$", entry.RequestId));
        Assert.True(string.CompareOrdinal(journal[0].TransactionId, journal[1].TransactionId) < 0);
        Assert.Equal(TimeSpan.FromSeconds(1), journal[1].CommittedAt - journal[0].CommittedAt);
    }

    [Fact]
    public async Task The_same_seed_and_the_same_requests_give_the_same_bytes()
    {
        async Task<string> RunAsync()
        {
            var (sandbox, client) = await StartWithCardAsync();
            var first = await AdjustAsync(client, 5, "order-1");
            var second = await AdjustAsync(client, -50);
            return string.Join('\n', first.Body, second.Body, (await TransactionsAsync(client)).Body, string.Join('\n', sandbox.Journal));
        }

        Assert.Equal(await RunAsync(), await RunAsync());
    }

    [Fact]
    public async Task A_removal_of_more_points_than_there_are_can_take_the_rest()
    {
        var (sandbox, client) = await StartWithCardAsync(points: 10, options: new LoyaltySandboxOptions
        {
            TimeProvider = Time,
            V1 = new SandboxV1Options { RemovalBeyondBalance = SandboxPolicy.Accept },
        });

        Assert.Equal(6, (long)(await AdjustAsync(client, -4)).Json["balance"]!);
        var rest = (await AdjustAsync(client, -100, "order-1")).Json;
        Assert.Equal((-6, 0), ((long)rest["points"]!, (long)rest["balance"]!));
        AssertError(await AdjustAsync(client, -1), 400, "loyalty_card_points_exceeded", "loyalty card points exceeded", "CARD");
        Assert.Equal([-4, -6], sandbox.Journal.Select(static entry => entry.Points));
    }
}
