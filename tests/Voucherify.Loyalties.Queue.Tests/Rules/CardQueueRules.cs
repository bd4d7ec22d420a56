using Voucherify.Loyalties.Queue.Tests.Support;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Queue.Tests.Rules;

/// <summary>Adjustments of version 2 of the API: the service records them first, and applies or rejects them later.</summary>
public abstract class CardQueueRules : Stores.StoreFixture
{
    private static readonly TimeSpan Lag = TimeSpan.FromSeconds(4);

    [Fact]
    public async Task A_recorded_adjustment_is_polled_by_its_transaction_and_never_sent_again()
    {
        await using var rig = NewRig(lag: Lag);
        var member = NewMember(rig);
        await rig.EnqueueAsync(Item(member, "order-1"), Item(member, "order-2"));
        await rig.StartAsync();

        await rig.RunAsync(Lag + TimeSpan.FromSeconds(1));
        var whileRecorded = (await rig.Queue.GetAsync(member.CardId, "order-1"))!;
        Assert.Equal((AdjustmentState.Recorded, 1), (whileRecorded.State, rig.Posts));
        Assert.NotNull(whileRecorded.TransactionId);
        await rig.FinishAsync();

        Assert.Equal([100L, 100L], rig.Sandbox.Journal.Select(static entry => entry.Points));
        Assert.Equal(2, rig.Posts);
    }

    [Fact]
    public async Task A_rejected_adjustment_is_a_dead_letter_and_the_next_one_of_the_member_follows()
    {
        await using var rig = NewRig(lag: Lag);
        var member = NewMember(rig);
        rig.Sandbox.Faults.Next(SandboxFault.RejectLate);
        await rig.EnqueueAsync(Item(member, "order-1"), Item(member, "order-2", 7));

        await rig.StartAndFinishAsync();

        var dead = await rig.Queue.GetAsync(member.CardId, "order-1");
        Assert.Equal((AdjustmentState.DeadLetter, AdjustmentErrorKinds.Rejected), (dead!.State, dead.Error!.Kind));
        Assert.Equal([7L], rig.Sandbox.Journal.Select(static entry => entry.Points));
    }

    [Theory]
    [InlineData(SandboxFault.LoseResponse)]
    [InlineData(SandboxFault.LoseRequest)]
    [InlineData(SandboxFault.DeliverLate)]
    public async Task A_lost_adjustment_is_found_by_its_marker_or_sent_again(SandboxFault fault)
    {
        await using var rig = NewRig(lag: Lag);
        var member = NewMember(rig);
        rig.Sandbox.Faults.MinLateDelivery = rig.Sandbox.Faults.MaxLateDelivery = TimeSpan.FromSeconds(60);
        rig.Sandbox.Faults.Next(fault);
        await rig.EnqueueAsync(Item(member, "order-1"), Item(member, "order-2", 7));

        await rig.StartAndFinishAsync();
        await rig.RunAsync(TimeSpan.FromSeconds(300));

        Assert.Equal([100L, 7L], rig.Sandbox.Journal.Select(static entry => entry.Points));
    }

    [Fact]
    public async Task A_recorded_adjustment_survives_a_crash_without_another_send()
    {
        await using var rig = NewRig(lag: TimeSpan.FromSeconds(60));
        var member = NewMember(rig);
        await rig.EnqueueAsync(Item(member, "order-1"));
        await rig.StartAsync();
        await rig.RunAsync(TimeSpan.FromSeconds(1));

        await rig.CrashAsync();
        await rig.FinishAsync();

        Assert.Equal((1, 1), (rig.Posts, rig.Sandbox.Journal.Count));
    }

    [Fact]
    public async Task An_adjustment_that_may_be_one_by_hand_is_left_to_an_operator()
    {
        await using var rig = NewRig();
        var member = NewMember(rig);
        rig.Sandbox.Faults.Next(SandboxFault.LoseRequest);
        await rig.EnqueueAsync(Item(member, "order-1"));
        await rig.StartAsync();
        await rig.RunAsync(TimeSpan.FromSeconds(1));
        var options = rig.Sandbox.CreateClientOptions();
        options.Reconciliation.Marker = MarkerPlacement.None;
        using var staff = new LoyaltyClient(options, rig.Sandbox.CreateHandler());
        await staff.V2.Cards.AdjustCardPointsAsync(
            member.ProgramId,
            member.Id,
            member.CardId,
            new V2.AdjustCardPointsRequest { Points = 100 },
            new RequestOptions { WaitUntil = WriteCompletion.Accepted });

        await rig.FinishAsync();

        var status = await rig.Queue.GetAsync(member.CardId, "order-1");
        Assert.Equal((AdjustmentState.DeadLetter, AdjustmentErrorKinds.Ambiguous), (status!.State, status.Error!.Kind));
        Assert.Single(rig.Sandbox.Journal);
    }

    private static SandboxMember NewMember(QueueRig rig) =>
        rig.Sandbox.V2.AddMember(rig.Sandbox.V2.AddProgram().Id, "customer-42", points: 1000);

    private static QueuedCardAdjustment Item(SandboxMember member, string sourceId, long points = 100) => new()
    {
        ProgramId = member.ProgramId,
        MemberId = member.Id,
        CardId = member.CardId,
        Points = points,
        SourceId = sourceId,
    };
}
