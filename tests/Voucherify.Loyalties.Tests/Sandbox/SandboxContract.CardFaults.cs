using System.Net;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Tests.Sandbox;

public abstract partial class SandboxContract
{
    [Theory]
    [InlineData(SandboxFault.LoseRequest, 0)]
    [InlineData(SandboxFault.LoseResponse, 1)]
    public async Task Lost_requests_and_responses_strike_v2_adjustments(SandboxFault fault, int effects)
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        sandbox.Faults.Next(fault);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => AdjustCardAsync(client, member, 100));

        Assert.Equal(effects, sandbox.Journal.Count);
        Assert.Equal(1, sandbox.Faults.AdjustmentCounts[fault]);
    }

    [Fact]
    public async Task A_v2_adjustment_that_is_delivered_late_is_recorded_late()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        (sandbox.Faults.MinLateDelivery, sandbox.Faults.MaxLateDelivery) = (TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30));
        sandbox.Faults.Next(SandboxFault.DeliverLate);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => AdjustCardAsync(client, member, 100));

        Assert.Empty(sandbox.V2.GetTransactions(member.CardId));

        Time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(Start.AddSeconds(30), Assert.Single(sandbox.Journal).RecordedAt);
    }

    [Theory]
    [InlineData(SandboxFault.MisroutedResponseBefore, 0)]
    [InlineData(SandboxFault.MisroutedResponseAfter, 1)]
    public async Task A_misrouted_response_to_a_v2_adjustment_is_a_transaction_with_other_points(SandboxFault fault, int effects)
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        sandbox.Faults.Next(fault);

        var response = await AdjustCardAsync(client, member, 100);

        Assert.Equal(HttpStatusCode.OK, response.Status);
        Assert.NotEqual(100, (int)response.Json["transaction"]!["details"]!["points"]!["total"]!);
        Assert.Equal(effects, sandbox.Journal.Count);
    }

    [Fact]
    public async Task An_odd_property_of_a_v2_adjustment_is_the_metadata_of_its_transaction()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        sandbox.Faults.Next(SandboxFault.OddProperty);

        var response = await AdjustCardAsync(client, member, 100);

        Assert.Equal("[]", response.Json["transaction"]!["details"]!["metadata"]!.ToJsonString());
    }

    [Fact]
    public async Task A_hidden_row_disappears_while_it_is_processed_and_comes_back()
    {
        var (sandbox, client, member) = await StartWithMemberAsync(applyLag: TimeSpan.FromSeconds(2));
        (sandbox.Faults.MinExtraListLag, sandbox.Faults.MaxExtraListLag) = (TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(10));
        sandbox.Faults.Next(SandboxFault.HideRow);
        await AdjustCardAsync(client, member, 100);

        Assert.Equal("PENDING", StatusOf(await CardTransactionsAsync(client, member)));

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty((await CardTransactionsAsync(client, member)).Data);
        Assert.Equal("PROCESSING", Assert.Single(sandbox.V2.GetTransactions(member.CardId)).Status);

        Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal("APPROVED", StatusOf(await CardTransactionsAsync(client, member)));
    }

    [Fact]
    public async Task A_stalled_transaction_stays_pending_and_later_ones_wait_for_it()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        sandbox.Faults.StallTime = TimeSpan.FromMinutes(3);
        sandbox.Faults.Next(SandboxFault.StallPending);
        await AdjustCardAsync(client, member, 1);
        await AdjustCardAsync(client, member, 2);
        Time.Advance(TimeSpan.FromMinutes(3) - TimeSpan.FromTicks(1));

        Assert.Equal(["PENDING", "PENDING"], (await CardTransactionsAsync(client, member)).Data.Select(row => (string?)row["status"]));

        Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal([1L, 2L], sandbox.Journal.Select(entry => entry.Points));
    }

    [Fact]
    public async Task A_transaction_can_be_rejected_although_it_could_be_applied()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        sandbox.Faults.Next(SandboxFault.RejectLate);

        Assert.Equal("PENDING", (string?)(await AdjustCardAsync(client, member, 1)).Json["transaction"]!["status"]);

        Assert.Equal("REJECTED", StatusOf(await CardTransactionsAsync(client, member)));
        Assert.Empty(sandbox.Journal);
    }

    [Fact]
    public async Task An_altered_reason_is_not_the_one_that_was_sent()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        sandbox.Faults.Next(SandboxFault.AlterReason, times: 20);
        for (var i = 0; i < 20; i++)
        {
            await AdjustCardAsync(client, member, 1, "<Welcome> [#order-1]");
        }

        var rows = sandbox.V2.GetTransactions(member.CardId);
        Assert.All(rows, row => Assert.Equal("<Welcome> [#order-1]", row.SentReason));
        Assert.Equal(
            [null, "&lt;Welcome&gt; [#order-1]", "<Welcome> ", "<Welcome> [#order-1"],
            rows.Select(row => row.Reason).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_reordered_transaction_is_applied_after_later_ones()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        (sandbox.Faults.MinExtraLag, sandbox.Faults.MaxExtraLag) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5));
        sandbox.Faults.Next(SandboxFault.Reorder);
        await AdjustCardAsync(client, member, 1);
        await AdjustCardAsync(client, member, 2);
        Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([2L, 1L], sandbox.Journal.Select(entry => entry.Points));
    }

    [Fact]
    public async Task Expired_cursors_are_refused_wherever_they_come_from()
    {
        var (client, member, _) = await StartWithCardTransactionsAsync(3);
        var sandbox = _sandboxes.OfType<LoyaltySandbox>().Last();
        var good = CursorOf(await CardTransactionsAsync(client, member, "?limit=1"));

        sandbox.Faults.Next(SandboxFault.ExpireCursors);
        var forgotten = CursorOf(await CardTransactionsAsync(client, member, "?limit=1"));
        Assert.Equal(
            "400 invalid_or_expired_cursor", KeyOf(await CardTransactionsAsync(client, member, $"?limit=1&cursor={forgotten}")));

        sandbox.Faults.Next(SandboxFault.ExpireCursors);
        Assert.Equal("400 invalid_or_expired_cursor", KeyOf(await CardTransactionsAsync(client, member, $"?limit=1&cursor={good}")));
    }

    [Fact]
    public async Task A_stale_list_shows_card_transactions_as_they_were()
    {
        var (sandbox, client, member) = await StartWithMemberAsync(applyLag: TimeSpan.FromSeconds(4));
        (sandbox.Faults.MinListAge, sandbox.Faults.MaxListAge) = (TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(3));
        await AdjustCardAsync(client, member, 1);
        Time.Advance(TimeSpan.FromSeconds(2));
        sandbox.Faults.Next(SandboxFault.StaleList);
        Assert.Empty((await CardTransactionsAsync(client, member)).Data);

        Time.Advance(TimeSpan.FromSeconds(2));
        sandbox.Faults.Next(SandboxFault.StaleList);
        var stale = await CardTransactionsAsync(client, member);
        Assert.Equal(("PENDING", null), (StatusOf(stale), (string?)stale.Data[0]["updated_at"]));
        Assert.Equal("APPROVED", StatusOf(await CardTransactionsAsync(client, member)));
    }

    [Fact]
    public async Task An_ascending_list_of_card_transactions_ignores_the_order()
    {
        var (client, member, ids) = await StartWithCardTransactionsAsync(3);
        var sandbox = _sandboxes.OfType<LoyaltySandbox>().Last();
        sandbox.Faults.Next(SandboxFault.AscendingList);

        Assert.Equal(ids, (await CardTransactionsAsync(client, member)).Ids);
    }

    [Fact]
    public async Task Faults_of_v2_adjustments_strike_nothing_else()
    {
        var (sandbox, client, member) = await StartWithMemberAsync();
        sandbox.V1.AddCard("CARD");
        sandbox.Faults[SandboxFault.RejectLate] = 1;

        await AdjustAsync(client, 5);
        Assert.Equal(0, sandbox.Faults.Counts[SandboxFault.RejectLate]);

        await AdjustCardAsync(client, member, 5);
        Assert.Equal(1, sandbox.Faults.Counts[SandboxFault.RejectLate]);
    }
}
