using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Reconciliation.V2;

/// <summary>The change of a bucket of points has one effect, however its response is lost.</summary>
public sealed class BucketChangeTests
{
    private const string Activate = "activate";
    private const string Cancel = "cancel";
    private const string Expire = "expire";

    private static readonly RequestOptions Patient = new() { Timeout = TimeSpan.FromMinutes(10) };

    public static TheoryData<string> Changes { get; } = [Activate, Cancel, Expire];

    public static MatrixTheoryData<string, SandboxFault> Recorded { get; } =
        new([Activate, Cancel, Expire], CardAdjustmentTests.RecordedButUnknown.Select(static row => row.Data));

    public static MatrixTheoryData<string, SandboxFault> NotRecorded { get; } =
        new([Activate, Cancel, Expire], CardAdjustmentTests.NotRecordedButUnknown.Select(static row => row.Data));

    [Theory, MemberData(nameof(Changes))]
    public async Task A_change_returns_when_it_is_applied(string change)
    {
        using var rig = await BucketRig.StartAsync(change);

        var result = await rig.Cards.Run(rig.ChangeAsync());

        Assert.Equal((CardTransactionStatus.Approved, false, false), (result.Status!.Value.Value, result.Recovered, result.Assumed));
        Assert.Equal([rig.Effect], rig.Effects);
        Assert.Equal(1, rig.Posts);
    }

    [Theory, MemberData(nameof(Recorded))]
    public async Task A_change_that_was_recorded_is_found_and_never_sent_again(string change, SandboxFault fault)
    {
        using var rig = await BucketRig.StartAsync(change);
        rig.Cards.Strike(fault);

        var result = await rig.Cards.Run(rig.ChangeAsync(Patient));

        Assert.Equal((CardTransactionStatus.Approved, true), (result.Status!.Value.Value, result.Recovered));
        Assert.Equal(change != Expire, result.Assumed);
        Assert.Equal([rig.Effect], rig.Effects);
        Assert.Equal(1, rig.Posts);
    }

    [Theory, MemberData(nameof(NotRecorded))]
    public async Task A_change_that_was_not_recorded_is_sent_again_after_the_window(string change, SandboxFault fault)
    {
        using var rig = await BucketRig.StartAsync(change);
        rig.Cards.Strike(fault);
        var started = rig.Cards.Clock.GetUtcNow();

        var result = await rig.Cards.Run(rig.ChangeAsync(Patient));

        Assert.False(result.Recovered);
        Assert.Equal([rig.Effect], rig.Effects);
        var window = fault is SandboxFault.ServerErrorBefore
            ? ReconciliationDefaults.ServiceErrorWindow
            : ReconciliationDefaults.NoAnswerWindow;
        Assert.InRange(rig.Cards.Clock.GetUtcNow() - started, window, window + TimeSpan.FromSeconds(25));
    }

    [Theory]
    [InlineData(Activate)]
    [InlineData(Cancel)]
    public async Task A_change_whose_bucket_looks_changed_before_it_is_applied_is_polled_to_its_end(string change)
    {
        var service = new SandboxV2Options { BucketChange = SandboxBucketChange.Response };
        using var rig = await BucketRig.StartAsync(change, service, TimeSpan.FromSeconds(30));
        rig.Cards.Strike(SandboxFault.LoseResponse);

        var result = await rig.Cards.Run(rig.ChangeAsync(Patient));

        Assert.True(result.Assumed);
        Assert.Equal((1, rig.Effect), (rig.Posts, Assert.Single(rig.Effects)));
    }

    [Theory, MemberData(nameof(Changes))]
    public async Task A_first_refusal_is_thrown_and_nothing_is_read(string change)
    {
        using var rig = await BucketRig.StartAsync(change);
        await rig.Cards.Run(rig.ChangeAsync());
        var reads = rig.Cards.Reads;

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => rig.Cards.Run(rig.ChangeAsync()));

        Assert.Equal(423, (int)error.StatusCode);
        Assert.Equal(reads, rig.Cards.Reads);
        Assert.Single(rig.Effects);
    }

    [Fact]
    public async Task Points_that_somebody_has_cancelled_are_not_reported_as_activated()
    {
        using var rig = await BucketRig.StartAsync(Activate);
        rig.Cards.Strike(SandboxFault.LoseRequest);
        var call = rig.ChangeAsync(Patient);
        await rig.CancelByHandAsync();

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => rig.Cards.Run(call));

        Assert.Equal(LoyaltyErrorKeys.InvalidPendingPointsBucketStatus, error.Key);
        Assert.Equal(["PENDING_POINTS_CANCELED:0"], rig.Effects);
    }

    [Fact]
    public async Task A_call_that_is_made_anew_continues_the_earlier_one()
    {
        using var rig = await BucketRig.StartAsync(Activate);
        rig.Cards.Strike(SandboxFault.LoseResponse);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Cards.Run(rig.ChangeAsync(new RequestOptions { Timeout = TimeSpan.FromMilliseconds(100) })));

        var result = await rig.Cards.Run(rig.ChangeAsync());

        Assert.True(result.Recovered);
        Assert.Equal((1, rig.Effect), (rig.Posts, Assert.Single(rig.Effects)));
    }

    [Theory, MemberData(nameof(Changes))]
    public async Task The_client_settles_an_unknown_change_in_the_background(string change)
    {
        using var rig = await BucketRig.StartAsync(change);
        rig.Cards.Strike(SandboxFault.LoseResponse);
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Cards.Run(rig.ChangeAsync(new RequestOptions { Timeout = TimeSpan.FromMilliseconds(100) })));

        var outcome = await rig.Cards.Run(error.WaitForOutcomeAsync(TestContext.Current.CancellationToken));

        Assert.Equal((WriteOutcomeKind.Applied, CardTransactionStatus.Approved), (outcome.Kind, outcome.BucketChange!.Status!.Value.Value));
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task Changes_wait_for_the_turn_of_the_member()
    {
        using var rig = await BucketRig.StartAsync(Activate, applyLag: TimeSpan.FromSeconds(2));

        var change = rig.ChangeAsync();
        var gift = rig.Cards.AdjustAsync("order-1");

        await rig.Cards.Run(Task.WhenAll(change, gift));
        Assert.Equal([rig.Effect, "ADMIN_CREDIT:100"], rig.Effects);
        Assert.True((await gift).Transaction!.CreatedAt >= (await change).UpdatedAt);
    }

    [Fact]
    public async Task Ids_of_another_kind_are_refused_before_anything_is_sent()
    {
        using var rig = new CardRig();
        var (cards, program, member) = (rig.Client.V2.Cards, rig.Program, rig.Member.Id);

        await Assert.ThrowsAsync<ArgumentException>(() => cards.ActivatePendingPointsAsync(program, member, rig.Card, "lcpeb_1"));
        await Assert.ThrowsAsync<ArgumentException>(() => cards.CancelPendingPointsAsync(program, member, rig.Card, default));
        await Assert.ThrowsAsync<ArgumentException>(() => cards.ExpirePointsAsync(program, member, rig.Card, "lcppb_1"));

        Assert.Equal((0, 0), (rig.Posts, rig.Reads));
    }
}
