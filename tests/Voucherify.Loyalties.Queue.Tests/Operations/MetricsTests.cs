using Voucherify.Loyalties.Queue.Tests.Support;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.Operations;

/// <summary>What the instruments tell an operator.</summary>
public sealed class MetricsTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Sends_lookups_and_pages_of_lists_are_counted_by_their_purpose()
    {
        await using var rig = NewRig();
        using var measured = new Measurements(rig.Metrics);
        rig.Sandbox.Faults.Next(SandboxFault.LoseRequest);
        await rig.EnqueueAsync(rig.Item("order-1"), rig.Item("order-2"), rig.Item("order-3", card: "BEN"));

        await rig.StartAndFinishAsync();
        await rig.RunAsync(Minute);

        // The first was lost. It was looked up after 2 and 20 seconds and after its window, and sent again.
        Assert.Equal((4, 4, 1), (rig.Posts, measured.Sum("calls:send"), measured.Sum("resent")));
        Assert.Equal((3, rig.Reads - 3), (measured.Sum("calls:settle"), measured.Sum("calls:verify")));
        Assert.Equal((3, 0), (measured.Sum("applied"), measured.Sum("dead_lettered")));
    }

    [Fact]
    public async Task The_wait_ends_with_the_first_claim_and_the_settling_with_the_outcome()
    {
        await using var rig = NewRig();
        using var measured = new Measurements(rig.Metrics);
        rig.Sandbox.Faults.Next(SandboxFault.LoseResponse);
        await rig.EnqueueAsync(rig.Item("order-1", inCampaign: false), rig.Item("order-2", inCampaign: false));
        rig.Clock.Advance(Minute);

        await rig.StartAndFinishAsync();

        // The lost response is found after 2 seconds, and then the second item follows.
        Assert.Equal([60, 62], measured.All("wait.duration").Select(static seconds => Math.Round(seconds)));
        Assert.Equal([2], measured.All("settle.duration").Select(static seconds => Math.Round(seconds)));
        Assert.Equal(2, measured.Sum("applied"));
    }

    [Fact]
    public async Task A_send_that_the_last_check_refuses_is_counted_and_is_no_call()
    {
        await using var rig = NewRig();
        using var measured = new Measurements(rig.Metrics);
        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.StartAsync();
        rig.Clock.Advance(TimeSpan.FromSeconds(2));

        // The store is marked as restored between the claim and the send.
        rig.OnAttempt = () => rig.Queue.MarkRestoredAsync().GetAwaiter().GetResult();
        await Record.ExceptionAsync(() => rig.RunAsync(TimeSpan.FromSeconds(1)));

        Assert.Equal((1, 0), (measured.Sum("guard.refused"), measured.Sum("calls:send")));
        Assert.Empty(rig.Effects);
    }

    [Fact]
    public async Task The_gauges_tell_the_depth_the_ages_and_the_calls_that_are_left()
    {
        await using var rig = NewRig(static options => options.MaxCallsPerCycle = 100);
        using var measured = new Measurements(rig.Metrics);
        rig.Sandbox.Faults.Next(SandboxFault.LoseRequest);
        await rig.EnqueueAsync(rig.Item("order-1", inCampaign: false), rig.Item("order-2", inCampaign: false));
        rig.Clock.Advance(Minute);
        Assert.Null(measured.Gauge("depth:pending"));
        await rig.StartAsync();

        await rig.RunAsync(Minute);

        Assert.Equal((1, 1, 0), (measured.Gauge("depth:unknown"), measured.Gauge("depth:pending"), measured.Gauge("depth:dead_letter")));
        Assert.InRange(measured.Gauge("oldest.age:unknown")!.Value, 45, 60);
        Assert.InRange(measured.Gauge("oldest.age:pending")!.Value, 105, 120);
        Assert.Equal(100 - rig.Posts - rig.Reads, measured.Gauge("calls.budget_left"));
    }

    [Fact]
    public async Task The_gauges_fall_silent_with_the_worker()
    {
        await using var rig = NewRig();
        using var measured = new Measurements(rig.Metrics);
        await rig.StartAsync();
        using var stopping = new CancellationTokenSource();
        var work = rig.Worker.RunAsync(stopping.Token);
        while (measured.Gauge("depth:pending") is null)
        {
            await Task.Yield();
        }

        await stopping.CancelAsync();
        await work;

        Assert.Null(measured.Gauge("depth:pending"));
    }

    private static QueueRig NewRig(Action<AdjustmentQueueOptions>? configure = null) =>
        new(static time => new InMemoryAdjustmentStore(time), configure);
}
