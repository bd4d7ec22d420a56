using System.Net;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>A resume decides, and knows what its own client has sent.</summary>
public sealed class ResumeTests
{
    private const string Empty = """{"object":"list","data":[],"has_more":false}""";

    [Fact]
    public async Task A_resume_with_the_defaults_has_enough_time_to_decide()
    {
        using var rig = new SandboxRig();
        var started = rig.Clock.GetUtcNow();

        var result = await rig.Run(rig.Client.V1.Members.ResumeAdjustmentAsync("CARD", Adjustment()));

        Assert.False(result.Recovered);
        Assert.Equal(["order-1:100"], rig.Effects);
        Assert.InRange(
            rig.Clock.GetUtcNow() - started,
            ReconciliationDefaults.NoAnswerWindow,
            ReconciliationDefaults.NoAnswerWindow + TimeSpan.FromSeconds(11));
    }

    [Fact]
    public async Task The_error_of_a_resume_that_sent_nothing_says_what_it_assumed()
    {
        using var test = new ScriptedClient(Steps.Ok(Empty));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => Resume(test, timeout: TimeSpan.FromMinutes(1)));

        Assert.StartsWith(
            "AdjustBalance with source_id 'order-1' for 'CARD' was not sent by this call, but it is assumed that it was sent just before.",
            error.Message,
            StringComparison.Ordinal);
        Assert.Equal((0, null), (error.Attempts, error.LastSentAt));
        Assert.InRange(error.WindowLeft, TimeSpan.FromSeconds(130), ReconciliationDefaults.NoAnswerWindow);
    }

    [Fact]
    public async Task The_error_of_a_resume_reports_the_time_of_the_send_and_not_its_own()
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Ok(Empty));
        var first = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.AdjustAsync());

        var second = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => Resume(test, timeout: TimeSpan.FromMinutes(1)));

        Assert.Equal(first.LastSentAt, second.LastSentAt);
        Assert.True(second.WindowLeft < first.WindowLeft);
        Assert.Contains("was not sent by this call, but may have been sent before, at ", second.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AfterUnknownOutcome.CloseCard)]
    [InlineData(AfterUnknownOutcome.Continue)]
    public async Task A_client_remembers_its_sends_whatever_follows_on_the_card(AfterUnknownOutcome after)
    {
        using var rig = new SandboxRig(configure: options => options.Ordering.AfterUnknown = after);
        rig.Sandbox.Faults.MinLateDelivery = rig.Sandbox.Faults.MaxLateDelivery = TimeSpan.FromSeconds(150);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", 100, [SandboxFault.DeliverLate])));

        // The caller is wrong: this client itself has sent it.
        await rig.Run(rig.ResumeAsync("order-1", prior: PriorAttempt.None, timeout: TimeSpan.FromMinutes(10)));
        rig.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(["order-1:100"], rig.Effects);
        Assert.True(rig.Client.Parts.Context.Reconciliation.Memory.IsEmpty);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(60)]
    public async Task A_resume_sends_when_the_window_that_the_caller_reports_has_passed(int seconds)
    {
        using var rig = new SandboxRig();
        var started = rig.Clock.GetUtcNow();
        var window = TimeSpan.FromSeconds(seconds);

        await rig.Run(rig.ResumeAsync("order-1", prior: PriorAttempt.MayBeAppliedFor(window, TimeSpan.FromMinutes(5))));

        Assert.Equal(["order-1:100"], rig.Effects);
        Assert.InRange(rig.Clock.GetUtcNow() - started, window, window + TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task The_window_of_a_send_that_the_client_remembers_counts_if_it_ends_later()
    {
        using var rig = new SandboxRig();
        rig.DeliverLate(TimeSpan.FromSeconds(150));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.AdjustAsync("order-1")));

        await rig.Run(rig.ResumeAsync("order-1", prior: PriorAttempt.MayBeAppliedFor(TimeSpan.Zero)));
        rig.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Fact]
    public async Task The_short_window_of_a_service_error_is_honoured_by_a_resume()
    {
        using var test = new ScriptedClient(Steps.ByMethod(
            [
                Steps.Respond(HttpStatusCode.InternalServerError, """{"request_id":"v-0c118c6f7c0e6751ab"}"""),
                Steps.Ok(Steps.BalanceJson),
            ],
            [Steps.Ok(Empty)]));
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.AdjustAsync(options: new RequestOptions { Timeout = TimeSpan.FromSeconds(5) }));
        test.Clock.Advance(ReconciliationDefaults.ServiceErrorWindow);
        var before = test.Attempts;

        await Resume(test, PriorAttempt.ElapsedSinceSend(test.Clock.GetUtcNow() - error.LastSentAt!.Value));

        Assert.Equal(
            [HttpMethod.Get, HttpMethod.Post], test.Handler.Requests.Skip(before).Select(static request => request.Method));
    }

    [Fact]
    public async Task What_is_forgotten_costs_a_wait_and_never_a_second_effect()
    {
        using var rig = new SandboxRig(configure: static options => options.Ordering.AfterUnknown = AfterUnknownOutcome.Continue);
        rig.Sandbox.Faults.MinLateDelivery = rig.Sandbox.Faults.MaxLateDelivery = TimeSpan.FromSeconds(100);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", 100, [SandboxFault.DeliverLate])));
        FillMemory(rig.Client);

        await rig.Run(rig.ResumeAsync("order-1", prior: PriorAttempt.None, timeout: TimeSpan.FromMinutes(10)));
        rig.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task The_other_writes_of_a_client_are_not_taken_for_a_lost_one(int rows, bool isSentAgain)
    {
        // The list shows the first adjustment, whose id begins like the lost one; if it is there twice, one may be the lost one, cut short.
        var row = """{"id":"vtx_1","source_id":"order-1","type":"POINTS_ADDITION","details":{"balance":{"points":100}}}""";
        var list = $$"""{"object":"list","data":[{{string.Join(',', Enumerable.Repeat(row, rows))}}],"has_more":false}""";
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.Ok(Steps.BalanceJson), Steps.LoseConnection(), Steps.Ok(Steps.BalanceJson)], [Steps.Ok(list)]));
        await test.AdjustAsync();

        var error = await Record.ExceptionAsync(() => test.Clock.RunToEnd(test.Client.V1.Members.AdjustBalanceAsync(
            "CARD",
            new AdjustBalanceRequest { Points = 100, SourceId = "order-12" },
            options: new RequestOptions { Timeout = TimeSpan.FromMinutes(10) })));

        Assert.Equal(isSentAgain, error is null);
        Assert.Equal(isSentAgain ? 3 : 2, test.Handler.Requests.Count(static request => request.Method == HttpMethod.Post));
    }

    [Fact]
    public async Task A_write_that_waits_for_its_turn_does_not_explain_a_transaction()
    {
        // The service has cut the lost id, and the next call happens to have what is left of it.
        const string Row = """{"id":"vtx_1","source_id":"order-1","type":"POINTS_ADDITION","details":{"balance":{"points":100}}}""";
        using var test = new ScriptedClient(Steps.ByMethod(
            [Steps.LoseConnection(), Steps.Ok(Steps.BalanceJson)],
            [Steps.Ok($$"""{"object":"list","data":[{{Row}}],"has_more":false}""")]));
        var lost = test.Client.V1.Members.AdjustBalanceAsync(
            "CARD",
            new AdjustBalanceRequest { Points = 100, SourceId = "order-12" },
            options: new RequestOptions { Timeout = TimeSpan.FromMinutes(10) });
        var waiting = test.AdjustLater(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.Clock.RunToEnd(lost));

        Assert.Single(test.Handler.Requests, static request => request.Body?.Contains("order-12", StringComparison.Ordinal) == true);
        await Record.ExceptionAsync(() => waiting);
    }

    [Fact]
    public async Task The_order_of_a_transfers_items_does_not_matter_for_their_ids()
    {
        using var test = new ScriptedClient(Steps.Hang());
        var adjustment = test.Client.V1.Members.AdjustBalanceAsync("B", new AdjustBalanceRequest { Points = 1, SourceId = "order-2" });

        var error = await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(
            () => test.Client.V1.Members.TransferPointsAsync("CARD", "c", [Item("A", "order-1"), Item("B", "order-2")]));

        Assert.Equal(("order-2", "B"), (error.SourceId, error.MemberId));
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.Clock.RunToEnd(adjustment));
    }

    [Fact]
    public async Task A_guarded_first_call_that_is_refused_leaves_its_card_open()
    {
        using var rig = new SandboxRig();

        await Assert.ThrowsAsync<LoyaltyApiException>(
            () => rig.Run(rig.ResumeAsync("order-1", points: 100, prior: PriorAttempt.None, card: "NO-SUCH-CARD")));
        var next = rig.AdjustAsync("order-2", card: "NO-SUCH-CARD");

        await Assert.ThrowsAsync<LoyaltyApiException>(() => next);
        Assert.Equal(2, rig.Posts);
    }

    [Fact]
    public async Task A_cancellation_says_when_it_was_sent_and_how_long_it_can_be_applied()
    {
        using var cancellation = new CancellationTokenSource();
        using var test = new ScriptedClient(Steps.Hang());
        var sent = test.Clock.GetUtcNow();
        var call = test.AdjustLater(cancellation.Token);

        await cancellation.CancelAsync();

        var error = await Assert.ThrowsAsync<LoyaltyOperationCanceledException>(() => call);
        Assert.Equal((true, sent, ReconciliationDefaults.NoAnswerWindow), (error.MayHaveBeenApplied, error.LastSentAt, error.WindowLeft));
    }

    [Fact]
    public async Task A_lost_call_that_cannot_be_looked_up_says_the_same()
    {
        using var test = new ScriptedClient(Steps.LoseConnection());

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => test.RedeemAsync());

        Assert.Equal((test.Clock.GetUtcNow(), ReconciliationDefaults.NoAnswerWindow), (error.LastSentAt, error.WindowLeft));
    }

    [Fact]
    public async Task Every_id_of_a_transfer_is_in_use_while_it_runs()
    {
        using var test = new ScriptedClient(Steps.Hang());
        var first = test.Client.V1.Members.TransferPointsAsync("CARD", "c", [Item("A", "order-1"), Item("B", "order-2")]);

        var error = await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(
            () => test.Client.V1.Members.TransferPointsAsync("CARD", "c", [Item("B", "order-2"), Item("D", "order-3")]));

        Assert.Equal("order-2", error.SourceId);
        Assert.Equal(1, test.Attempts);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.Clock.RunToEnd(first));
        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(
            () => test.Client.V1.Members.AdjustBalanceAsync("B", new AdjustBalanceRequest { Points = 1, SourceId = "order-2" }));
    }

    /// <summary>Makes a client forget what it has sent.</summary>
    internal static void FillMemory(LoyaltyClient client)
    {
        var now = client.Parts.Context.Reconciliation.Clock.Time.GetTimestamp();
        for (var i = 0; i < SendMemory.DefaultCapacity; i++)
        {
            client.Parts.Context.Reconciliation.Memory.Remember(
                [new ExpectedBalanceTransaction("OTHER", $"other-{i}", 1, LoyaltyTransactionType.PointsAddition)],
                new SentRecord(now, now, ReconciliationDefaults.NoAnswerWindow));
        }
    }

    private static PointsTransferItem Item(string card, string sourceId) => new() { Code = card, Points = 1, SourceId = sourceId };

    private static AdjustBalanceRequest Adjustment() => new() { Points = 100, SourceId = "order-1" };

    private static Task<BalanceResult> Resume(ScriptedClient test, PriorAttempt prior = default, TimeSpan? timeout = null) =>
        test.Clock.RunToEnd(test.Client.V1.Members.ResumeAdjustmentAsync(
            "CARD",
            Adjustment(),
            new ResumeOptions { Prior = prior },
            options: timeout is null ? null : new RequestOptions { Timeout = timeout }));
}
