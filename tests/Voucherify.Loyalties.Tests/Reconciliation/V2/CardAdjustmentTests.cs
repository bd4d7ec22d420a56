using System.Text.Json;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Reconciliation.V2;

/// <summary>An adjustment of version 2 has one effect, which a marker in its reason shows.</summary>
public sealed class CardAdjustmentTests
{
    private static readonly RequestOptions Patient = new() { Timeout = TimeSpan.FromMinutes(10) };

    public static TheoryData<SandboxFault> RecordedButUnknown { get; } =
    [
        SandboxFault.LoseResponse, SandboxFault.HangAfter, SandboxFault.ServerErrorAfter, SandboxFault.GatewayErrorAfter,
        SandboxFault.RequestTimeoutAfter, SandboxFault.Truncate, SandboxFault.Garble, SandboxFault.EmptyBody,
    ];

    public static TheoryData<SandboxFault> NotRecordedButUnknown { get; } =
    [
        SandboxFault.LoseRequest, SandboxFault.HangBefore, SandboxFault.ServerErrorBefore, SandboxFault.GatewayErrorBefore,
        SandboxFault.RequestTimeoutBefore, SandboxFault.Redirect,
    ];

    [Fact]
    public async Task An_adjustment_returns_when_it_is_applied_and_its_reason_ends_with_the_marker()
    {
        using var rig = new CardRig(applyLag: TimeSpan.FromSeconds(1));
        var started = rig.Clock.GetUtcNow();

        var result = await rig.Run(rig.AdjustAsync("order-1"));

        Assert.Equal(CardTransactionStatus.Approved, result.Transaction!.Status);
        Assert.Equal((100, "order-1", false), (result.Points, result.SourceId, result.Recovered));
        Assert.Equal(["Gift [#order-1]:100"], rig.Effects);
        Assert.Equal(1, rig.Posts);

        // Polls after 0.6 and 1.8 seconds.
        Assert.Equal(2, rig.Reads);
        Assert.Equal(TimeSpan.FromSeconds(1.8), rig.Clock.GetUtcNow() - started);
    }

    [Fact]
    public async Task A_removal_returns_negative_points()
    {
        using var rig = new CardRig();

        var result = await rig.Run(rig.AdjustAsync("order-1", -100, reason: null));

        Assert.Equal(-100, result.Points);
        Assert.Equal(["[#order-1]:-100"], rig.Effects);
    }

    [Fact]
    public async Task An_adjustment_without_an_id_gets_one()
    {
        using var rig = new CardRig();

        var result = await rig.Run(rig.AdjustAsync(sourceId: null));

        Assert.Equal([$"Gift [#{result.SourceId}]:100"], rig.Effects);
    }

    [Fact]
    public async Task A_call_that_returns_when_recorded_holds_the_next_call_for_the_member_until_the_transaction_has_ended()
    {
        using var rig = new CardRig(applyLag: TimeSpan.FromSeconds(5));

        var first = await rig.Run(rig.AdjustAsync("order-1", options: new RequestOptions { WaitUntil = WriteCompletion.Accepted }));
        var second = rig.AdjustAsync("order-2");

        Assert.Equal(CardTransactionStatus.Pending, first.Transaction!.Status);
        Assert.Equal(1, rig.Posts);
        await rig.Run(second);
        Assert.Equal(["Gift [#order-1]:100", "Gift [#order-2]:100"], rig.Effects);
    }

    [Fact]
    public async Task A_rejected_adjustment_throws_and_its_id_cannot_be_used_again()
    {
        using var rig = new CardRig();

        var error = await Assert.ThrowsAsync<LoyaltyTransactionRejectedException>(() => rig.Run(rig.AdjustAsync("order-1", -5000)));
        var conflict = await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => rig.Run(rig.AdjustAsync("order-1", -5000)));
        var again = await Assert.ThrowsAsync<LoyaltyTransactionRejectedException>(() => rig.Run(rig.OnceAsync("order-1", -5000)));

        Assert.Equal(("NOT_ENOUGH_BALANCE", "order-1"), (error.Reason, error.SourceId));
        Assert.NotNull(error.TransactionId);
        Assert.False(error.MayHaveBeenApplied);
        Assert.Equal("order-1", conflict.SourceId);
        Assert.Equal(error.TransactionId, again.TransactionId);
        Assert.Empty(rig.Effects);
        Assert.Equal(1, rig.Posts);
    }

    [Theory, MemberData(nameof(RecordedButUnknown))]
    public async Task An_adjustment_that_was_recorded_is_found_by_its_marker_and_never_sent_again(SandboxFault fault)
    {
        using var rig = new CardRig();
        rig.Strike(fault);

        var result = await rig.Run(rig.AdjustAsync("order-1"));

        Assert.True(result.Recovered);
        Assert.Equal(CardTransactionStatus.Approved, result.Transaction!.Status);
        Assert.Equal(["Gift [#order-1]:100"], rig.Effects);
        Assert.Equal(1, rig.Posts);
    }

    [Theory, MemberData(nameof(NotRecordedButUnknown))]
    public async Task An_adjustment_that_was_not_recorded_is_sent_again_after_the_window(SandboxFault fault)
    {
        using var rig = new CardRig();
        rig.Strike(fault);
        var started = rig.Clock.GetUtcNow();

        var result = await rig.Run(rig.AdjustAsync("order-1", options: Patient));

        Assert.False(result.Recovered);
        Assert.Equal(["Gift [#order-1]:100"], rig.Effects);
        var window = fault is SandboxFault.ServerErrorBefore
            ? ReconciliationDefaults.ServiceErrorWindow
            : ReconciliationDefaults.NoAnswerWindow;
        Assert.InRange(rig.Clock.GetUtcNow() - started, window, window + TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task A_lost_request_costs_nine_reads_and_two_sends()
    {
        using var rig = new CardRig(applyLag: TimeSpan.Zero);
        rig.Strike(SandboxFault.LoseRequest);

        await rig.Run(rig.AdjustAsync("order-1", options: Patient));

        Assert.Equal((2, 9), (rig.Posts, rig.Reads));
    }

    [Fact]
    public async Task A_recorded_adjustment_that_stays_pending_is_neither_absent_nor_sent_again()
    {
        using var rig = new CardRig(applyLag: TimeSpan.FromHours(1));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.AdjustAsync("order-1")));

        Assert.True(error.IsRecorded);
        Assert.Contains(error.TransactionId!, error.Message, StringComparison.Ordinal);
        rig.Clock.Advance(TimeSpan.FromMinutes(10));
        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => rig.Run(rig.AdjustAsync("order-1")));
        var resumed = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.ResumeAsync(error.Pending)));
        Assert.Equal(error.TransactionId, resumed.TransactionId);
        Assert.Equal(1, rig.Posts);

        rig.Clock.Advance(TimeSpan.FromHours(1));
        var result = await rig.Run(rig.ResumeAsync(error.Pending));

        Assert.Equal(["Gift [#order-1]:100"], rig.Effects);
        Assert.Equal((1, CardTransactionStatus.Approved), (rig.Posts, result.Transaction!.Status!.Value.Value));
    }

    [Fact]
    public async Task A_resume_after_a_crash_with_the_transaction_only_reads()
    {
        using var rig = new CardRig(applyLag: TimeSpan.FromMinutes(1));
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.AdjustAsync("order-1")));
        rig.Restart();

        var result = await rig.Run(rig.ResumeAsync(error.Pending, new ResumeOptions { TransactionId = error.TransactionId }));

        Assert.Equal((1, CardTransactionStatus.Approved), (rig.Posts, result.Transaction!.Status!.Value.Value));
    }

    [Fact]
    public async Task A_resume_after_a_crash_finds_the_marker()
    {
        using var rig = new CardRig();
        rig.Strike(SandboxFault.LoseResponse);
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", options: new RequestOptions { Timeout = TimeSpan.FromMilliseconds(100) })));
        rig.Restart();

        var result = await rig.Run(rig.ResumeAsync(error.Pending));

        Assert.True(result.Recovered);
        Assert.Equal(["Gift [#order-1]:100"], rig.Effects);
    }

    [Fact]
    public async Task What_is_to_be_resumed_can_be_stored_as_JSON()
    {
        using var rig = new CardRig();
        rig.Strike(SandboxFault.LoseResponse);
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.AdjustAsync("order-1", options: new RequestOptions { Timeout = TimeSpan.FromMilliseconds(100) })));
        var stored = JsonSerializer.Serialize((PendingAdjustment)error.Pending!);
        rig.Restart();

        var result = await rig.Run(rig.ResumeAsync(JsonSerializer.Deserialize<PendingAdjustment>(stored)));

        Assert.Equal(error.Pending, JsonSerializer.Deserialize<PendingAdjustment>(stored));
        Assert.True(result.Recovered);
    }

    [Fact]
    public async Task The_client_settles_an_unknown_outcome_in_the_background()
    {
        using var rig = new CardRig(applyLag: TimeSpan.FromMinutes(5));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.AdjustAsync("order-1")));
        var outcome = await rig.Run(error.WaitForOutcomeAsync(TestContext.Current.CancellationToken));

        Assert.Equal(WriteOutcomeKind.Applied, outcome.Kind);
        Assert.Equal(100, outcome.Adjustment!.Points);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_rejection_is_told_to_one_who_waits_for_the_outcome()
    {
        using var rig = new CardRig(applyLag: TimeSpan.FromMinutes(5));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.AdjustAsync("order-1", -5000)));
        var outcome = await rig.Run(error.WaitForOutcomeAsync(TestContext.Current.CancellationToken));

        Assert.Equal((WriteOutcomeKind.NotApplied, "NOT_ENOUGH_BALANCE"), (outcome.Kind, outcome.Rejection?.Reason));
        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => rig.Run(rig.AdjustAsync("order-1", -5000)));
    }

    [Theory]
    [InlineData(SandboxReasonStorage.AsSent, true)]
    [InlineData(SandboxReasonStorage.Trimmed, true)]
    [InlineData(SandboxReasonStorage.HtmlEscaped, true)]
    [InlineData(SandboxReasonStorage.CutAt200, false)]
    [InlineData(SandboxReasonStorage.Dropped, false)]
    public async Task A_service_that_alters_the_reason_makes_outcomes_unknown_and_never_doubles_one(
        SandboxReasonStorage storage, bool isFound)
    {
        using var rig = new CardRig(service: new SandboxV2Options { ReasonStorage = storage });
        rig.Strike(SandboxFault.LoseResponse);
        var call = rig.AdjustAsync(new string('a', 64), reason: new string('&', 180), options: Patient);

        var error = await Record.ExceptionAsync(() => rig.Run(call));

        Assert.Equal(isFound ? null : typeof(LoyaltyOutcomeUnknownException), error?.GetType());
        Assert.Single(rig.Effects);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_credit_by_hand_with_the_same_points_makes_a_lost_request_unknown_unless_the_marker_is_trusted()
    {
        using var careful = new CardRig(applyLag: TimeSpan.Zero);
        using var trusting = new CardRig(applyLag: TimeSpan.Zero, options => options.Reconciliation.TrustMarker = true);
        foreach (var rig in new[] { careful, trusting })
        {
            rig.Strike(SandboxFault.LoseRequest);
            var call = rig.AdjustAsync("order-1", options: Patient);
            await rig.AdjustByHandAsync(100);

            var error = await Record.ExceptionAsync(() => rig.Run(call));

            Assert.Equal(rig == careful, error is LoyaltyOutcomeUnknownException);
            Assert.Equal(rig == careful ? 1 : 2, rig.Effects.Count);
        }
    }

    [Fact]
    public async Task A_resume_takes_an_unmarked_transaction_since_the_call_for_doubtful_however_long_it_searches()
    {
        using var rig = new CardRig(service: new SandboxV2Options { ReasonStorage = SandboxReasonStorage.Dropped });
        rig.Strike(SandboxFault.LoseResponse);
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.AdjustAsync("order-1")));
        rig.Restart();

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.ResumeAsync(error.Pending)));

        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_credit_by_hand_with_other_points_or_before_the_first_send_is_not_doubtful()
    {
        using var rig = new CardRig(applyLag: TimeSpan.Zero);
        await rig.AdjustByHandAsync(100);
        rig.Clock.Advance(TimeSpan.FromMinutes(2));
        rig.Strike(SandboxFault.LoseRequest);
        var call = rig.AdjustAsync("order-1", options: Patient);
        await rig.AdjustByHandAsync(101);
        await rig.AdjustByHandAsync(-100);

        await rig.Run(call);

        Assert.Contains("Gift [#order-1]:100", rig.Effects);
    }

    [Fact]
    public async Task Without_a_marker_a_lost_adjustment_is_never_recognized_and_an_absent_one_is_sent_again()
    {
        using var lost = new CardRig(configure: static options => options.Reconciliation.Marker = MarkerPlacement.None);
        using var absent = new CardRig(configure: static options => options.Reconciliation.Marker = MarkerPlacement.None);
        lost.Strike(SandboxFault.LoseResponse);
        absent.Strike(SandboxFault.LoseRequest);

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => lost.Run(lost.AdjustAsync("order-1", options: Patient)));
        await absent.Run(absent.AdjustAsync("order-1", options: Patient));

        Assert.Equal([lost.Sandbox.Journal[0].TransactionId!], error.Candidates);
        Assert.Equal(["Gift:100"], lost.Effects);
        Assert.Equal(["Gift:100"], absent.Effects);
        await Assert.ThrowsAsync<InvalidOperationException>(() => lost.OnceAsync("order-2"));
    }

    [Fact]
    public async Task A_trusted_marker_that_is_not_sent_proves_nothing()
    {
        using var rig = new CardRig(configure: static options =>
        {
            options.Reconciliation.Marker = MarkerPlacement.None;
            options.Reconciliation.TrustMarker = true;
        });
        rig.Strike(SandboxFault.LoseResponse);

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.AdjustAsync("order-1", options: Patient)));

        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_marker_can_hide_the_id()
    {
        using var rig = new CardRig(configure: static options => options.Reconciliation.MarkerContent = MarkerContent.Hash);

        await rig.Run(rig.AdjustAsync("order-1"));

        var effect = Assert.Single(rig.Effects);
        Assert.Matches(@"^Gift \[#~[0-9a-hjkmnp-tv-z]{26}\]:100$", effect);
    }

    [Fact]
    public async Task The_order_is_kept_for_each_member_and_members_do_not_wait_for_each_other()
    {
        using var rig = new CardRig(applyLag: TimeSpan.FromSeconds(2));
        var other = rig.Sandbox.V2.AddMember(rig.Program);
        var request = new AdjustCardPointsRequest { Points = 5, SourceId = "order-3" };

        var first = rig.AdjustAsync("order-1");
        var second = rig.AdjustAsync("order-2");
        var third = rig.Client.V2.Cards.AdjustCardPointsAsync(rig.Program, other.Id, other.CardId, request);

        Assert.Equal(2, rig.Posts);
        await rig.Run(Task.WhenAll(first, second, third));
        Assert.Equal(["Gift [#order-1]:100", "[#order-3]:5", "Gift [#order-2]:100"], rig.Effects);
    }

    [Fact]
    public async Task Without_reconciliation_a_call_returns_when_its_adjustment_is_recorded_and_reads_nothing()
    {
        using var rig = new CardRig(configure: static options => options.Reconciliation.Enabled = false);

        var result = await rig.Run(rig.AdjustAsync("order-1"));

        Assert.Equal((CardTransactionStatus.Pending, 0), (result.Transaction!.Status!.Value.Value, rig.Reads));
    }
}
