using System.Net;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Fact]
    public async Task An_adjustment_of_a_v2_card_is_recorded_as_pending()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();

        var response = await AdjustCardAsync(client, member, 100, "Welcome [#order-1]");

        AssertJson(
            $$$"""
            {"transaction":{"id":"{{{sandbox.Journal[0].TransactionId}}}","card_id":"{{{member.CardId}}}",
              "program_id":"{{{member.ProgramId}}}","member_id":"{{{member.Id}}}",
              "card_definition_id":"{{{(string)response.Json["transaction"]!["card_definition_id"]!}}}",
              "card_type":"INDIVIDUAL","type":"ADMIN_CREDIT",
              "details":{"reason":"Welcome [#order-1]","rejection":null,"metadata":{},
                "points":{"total":100,"expiration_date":null,"expiration_type":"NO_EXPIRATION"}},
              "status":"PENDING","created_at":"2024-05-15T12:00:00.000Z","updated_at":null,"object":"card_transaction"},
             "status":"TRANSACTION_CREATED","message":"Points addition transaction created"}
            """,
            response,
            HttpStatusCode.OK);
        Assert.Matches("^lctx_[0-9a-f]{18}$", sandbox.Journal[0].TransactionId);
        Assert.Equal(100, sandbox.V2.GetCard(member.CardId).Balance);
    }

    [Fact]
    public async Task A_transaction_of_a_v2_card_is_pending_then_processing_then_approved()
    {
        var (sandbox, client, member) = await StartWithMemberAsync(applyLag: TimeSpan.FromSeconds(2));
        await AdjustCardAsync(client, member, 100);

        Assert.Equal("PENDING", StatusOf(await CardTransactionsAsync(client, member)));
        Assert.Equal(0, sandbox.V2.GetCard(member.CardId).Balance);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("PROCESSING", StatusOf(await CardTransactionsAsync(client, member)));
        Assert.Empty(sandbox.Journal);

        Time.Advance(TimeSpan.FromSeconds(1));
        var response = await CardTransactionsAsync(client, member);
        Assert.Equal("APPROVED", StatusOf(response));
        Assert.Equal("2024-05-15T12:00:02.000Z", (string?)response.Data[0]["updated_at"]);
        Assert.Equal(100, sandbox.V2.GetCard(member.CardId).Balance);
    }

    [Fact]
    public async Task The_journal_names_the_card_the_reason_as_sent_and_the_times_of_a_v2_effect()
    {
        var (sandbox, client, member) = await StartWithMemberAsync(
            applyLag: TimeSpan.FromSeconds(2),
            v2: new SandboxV2Options { ReasonStorage = SandboxReasonStorage.Dropped });
        await AdjustCardAsync(client, member, 100, " Welcome [#a] ");
        Time.Advance(TimeSpan.FromSeconds(3));

        var entry = Assert.Single(sandbox.Journal);
        Assert.Equal((member.ProgramId, member.Id, member.CardId), (entry.ProgramId, entry.MemberId, entry.CardId));
        Assert.Equal(("ADMIN_CREDIT", 100, 100, " Welcome [#a] "), (entry.Type, entry.Points, entry.BalanceAfter, entry.Reason));
        Assert.Equal(
            (Start, Start.AddSeconds(2)),
            (entry.RecordedAt!.Value, entry.CommittedAt));
        Assert.Equal(sandbox.V2.GetTransactions(member.CardId)[0].Id, entry.TransactionId);
        Assert.Matches("^v-[0-9a-f]{18}$", entry.RequestId);
    }

    [Fact]
    public async Task Both_versions_share_the_journal_and_its_order()
    {
        var (sandbox, client, member) = await StartWithMemberAsync(applyLag: TimeSpan.FromSeconds(2));
        sandbox.V1.AddCard("CARD");
        await AdjustCardAsync(client, member, 1);
        Time.Advance(TimeSpan.FromSeconds(1));
        await AdjustAsync(client, 2);
        await AdjustCardAsync(client, member, 3);
        Time.Advance(TimeSpan.FromSeconds(9));

        Assert.Equal([1L, 2L, 3L], sandbox.Journal.Select(entry => entry.Points));
        Assert.Equal([1L, 2L, 3L], sandbox.Journal.Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task Zero_points_change_nothing_on_a_v2_card()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();

        AssertJson(
            """{"transaction":null,"status":"NO_CHANGE","message":"Provided amount is zero, transaction was not created"}""",
            await AdjustCardAsync(client, member, 0),
            HttpStatusCode.OK);
        Assert.Empty(sandbox.V2.GetTransactions(member.CardId));
    }

    [Fact]
    public async Task Only_a_debit_of_a_v2_card_has_negative_points()
    {
        var (sandbox, client, member) = await StartWithMemberAsync(points: 100);

        var response = await AdjustCardAsync(client, member, -30);

        Assert.Equal("ADMIN_DEBIT", (string?)response.Json["transaction"]!["type"]);
        Assert.Equal(-30, (int?)response.Json["transaction"]!["details"]!["points"]!["total"]);
        Assert.Equal("Points subtraction transaction created", (string?)response.Json["message"]);
        Assert.Equal((70L, 30L), (sandbox.V2.GetCard(member.CardId).Balance, sandbox.V2.GetCard(member.CardId).SubtractedPoints));
    }

    [Fact]
    public async Task A_debit_beyond_the_balance_of_a_v2_card_is_accepted_and_rejected_later()
    {
        var (sandbox, client, member) = await StartWithMemberAsync(points: 10);

        Assert.Equal("PENDING", (string?)(await AdjustCardAsync(client, member, -11)).Json["transaction"]!["status"]);

        var row = Assert.Single((await CardTransactionsAsync(client, member)).Data);
        Assert.Equal("REJECTED", (string?)row["status"]);
        Assert.Equal("NOT_ENOUGH_BALANCE", (string?)row["details"]!["rejection"]!["reason"]);
        Assert.Equal(10, sandbox.V2.GetCard(member.CardId).Balance);
        Assert.Equal("NOT_ENOUGH_BALANCE", sandbox.V2.GetTransactions(member.CardId)[0].Rejection);
        Assert.Empty(sandbox.Journal);
    }

    [Fact]
    public async Task A_debit_beyond_the_balance_of_a_v2_card_can_be_refused_at_once()
    {
        var (sandbox, client, member) = await StartWithMemberAsync(
            points: 10,
            applyLag: TimeSpan.FromSeconds(1),
            v2: new SandboxV2Options { OverDebit = SandboxOverDebit.RefuseAtOnce });

        Assert.Equal(HttpStatusCode.OK, (await AdjustCardAsync(client, member, -10)).Status);
        Assert.Equal("423 insufficient_card_balance", KeyOf(await AdjustCardAsync(client, member, -1)));
        Assert.Single(sandbox.V2.GetTransactions(member.CardId));
    }

    [Fact]
    public async Task A_debit_beyond_the_balance_of_a_v2_card_can_remove_what_is_there()
    {
        var (sandbox, client, member) = await StartWithMemberAsync(
            points: 10, v2: new SandboxV2Options { OverDebit = SandboxOverDebit.RemoveWhatIsThere });

        await AdjustCardAsync(client, member, -11);
        await AdjustCardAsync(client, member, -1);

        Assert.Equal(
            [("APPROVED", -10), ("REJECTED", -1)],
            sandbox.V2.GetTransactions(member.CardId).Select(row => (row.Status, row.Points)));
        Assert.Equal(0, sandbox.V2.GetCard(member.CardId).Balance);
    }

    [Theory]
    [InlineData(SandboxReasonStorage.AsSent, " Tom & [#a] ")]
    [InlineData(SandboxReasonStorage.Trimmed, "Tom & [#a]")]
    [InlineData(SandboxReasonStorage.HtmlEscaped, " Tom &amp; [#a] ")]
    [InlineData(SandboxReasonStorage.CutAt200, " Tom & [#a] ")]
    [InlineData(SandboxReasonStorage.Dropped, null)]
    public async Task A_reason_is_stored_as_the_option_says(SandboxReasonStorage storage, string? stored)
    {
        var (sandbox, client, member) = await StartWithMemberAsync(v2: new SandboxV2Options { ReasonStorage = storage });

        var response = await AdjustCardAsync(client, member, 1, " Tom & [#a] ");

        Assert.Equal(stored, (string?)response.Json["transaction"]!["details"]!["reason"]);
        Assert.Equal(stored, (string?)(await CardTransactionsAsync(client, member)).Data[0]["details"]!["reason"]);
        Assert.Equal((stored, " Tom & [#a] "), Reasons(sandbox, member));
    }

    [Fact]
    public async Task A_long_reason_can_be_cut()
    {
        var (_, client, member) = await StartWithMemberAsync(v2: new SandboxV2Options { ReasonStorage = SandboxReasonStorage.CutAt200 });

        await AdjustCardAsync(client, member, 1, new string('x', 255));

        Assert.Equal(200, ((string?)(await CardTransactionsAsync(client, member)).Data[0]["details"]!["reason"])!.Length);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"points":"1"}""")]
    [InlineData("""{"points":1.5}""")]
    [InlineData("""{"points":9007199254740992}""")]
    [InlineData("""{"points":1,"reason":5}""")]
    [InlineData("""{"points":1,"reason":null}""")]
    [InlineData("""{"points":1,"source_id":"order-1"}""")]
    public async Task Invalid_adjustments_of_a_v2_card_are_refused(string body)
    {
        var (_, client, member) = await StartWithMemberAsync();

        Assert.Equal("400 invalid_payload", KeyOf(await PostAsync(client, CardOf(member) + "/points", body)));
    }

    [Fact]
    public async Task A_reason_of_a_v2_adjustment_has_at_most_255_characters()
    {
        var (_, client, member) = await StartWithMemberAsync();

        Assert.Equal(HttpStatusCode.OK, (await AdjustCardAsync(client, member, 1, new string('x', 255))).Status);
        Assert.Equal("400 invalid_payload", KeyOf(await AdjustCardAsync(client, member, 1, new string('x', 256))));
    }

    [Fact]
    public async Task A_v2_path_is_looked_up_from_left_to_right_after_the_body()
    {
        var (_, client, member) = await StartWithMemberAsync();
        var paths = new[]
        {
            ("program", CardOf(member with { ProgramId = "lprg_0" })),
            ("member", CardOf(member with { Id = "cust_1" })),
            ("card", CardOf(member with { CardIds = ["lcrd_0"] })),
        };

        foreach (var (type, path) in paths)
        {
            Assert.Equal("400 invalid_payload", KeyOf(await PostAsync(client, path + "/points", "{}")));
            var response = await PostAsync(client, path + "/points", """{"points":1}""");
            Assert.Equal("404 not_found", KeyOf(response));
            Assert.Equal(type, (string?)response.Json["resource_type"]);
        }
    }

    [Fact]
    public async Task An_inactive_member_neither_earns_nor_spends()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        await PostAsync(client, PathOf(member) + "/deactivate", "");

        Assert.Equal("423 non_active_member", KeyOf(await AdjustCardAsync(client, member, 1)));
        Assert.Empty(sandbox.V2.GetTransactions(member.CardId));
    }

    [Fact]
    public async Task The_transactions_of_a_v2_card_are_processed_in_the_order_of_their_ids()
    {
        var (sandbox, client, member) = await StartWithMemberAsync(applyLag: TimeSpan.FromSeconds(1));
        (sandbox.Faults.MinExtraLag, sandbox.Faults.MaxExtraLag) = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        sandbox.Faults.Next(SandboxFault.ExtraLag);
        await AdjustCardAsync(client, member, 1);
        await AdjustCardAsync(client, member, 2);

        Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Empty(sandbox.Journal);

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal([1L, 2L], sandbox.Journal.Select(entry => entry.Points));
    }

    [Fact]
    public async Task The_ids_of_the_v2_api_rise_with_the_clock()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        for (var i = 0; i < 20; i++)
        {
            await AdjustCardAsync(client, member, 1);
            Time.Advance(TimeSpan.FromMilliseconds(i % 2));
        }

        var ids = sandbox.V2.GetTransactions(member.CardId).Select(row => row.Id).ToList();
        Assert.Equal(ids.Order(StringComparer.Ordinal).Distinct(), ids);
    }

    private static DateTimeOffset Start => new(2024, 5, 15, 12, 0, 0, TimeSpan.Zero);

    private static (string? Stored, string? Sent) Reasons(LoyaltySandbox sandbox, SandboxMember member)
    {
        var row = sandbox.V2.GetTransactions(member.CardId)[^1];
        return (row.Reason, row.SentReason);
    }
}
