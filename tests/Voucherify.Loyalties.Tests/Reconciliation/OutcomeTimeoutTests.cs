using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>Which calls wait for an unknown outcome, and for how long, with the default options.</summary>
public sealed class OutcomeTimeoutTests
{
    private static readonly TimeSpan OutcomeTimeout = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(190);

    [Fact]
    public async Task A_resume_waits_for_the_window()
    {
        using var rig = Default();

        var result = await Took(Window, rig, rig.ResumeAsync("order-1"));

        Assert.False(result.Recovered);
        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Fact]
    public async Task A_call_that_credits_once_waits_for_the_window_of_a_prior_attempt()
    {
        using var rig = Default();

        // If it gave up earlier, each new call with the same prior attempt would begin a new window.
        var result = await Took(Window, rig, rig.OnceAsync("order-1", once: new AdjustOnceOptions { Prior = PriorAttempt.Unknown }));

        Assert.False(result.Recovered);
        Assert.Equal(["order-1:100"], rig.Effects);
    }

    [Fact]
    public async Task A_call_that_has_joined_another_one_waits_from_when_the_outcome_became_unknown()
    {
        using var rig = Default();
        var first = rig.AdjustAsync("order-1", faults: [SandboxFault.HangBefore]);
        rig.Clock.Advance(TimeSpan.FromSeconds(5));
        var second = rig.OnceAsync("order-1");

        // The attempt ends after 10 seconds; until then, nothing is unknown.
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => Took(TimeSpan.FromSeconds(5) + OutcomeTimeout, rig, second));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => first);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_card_stays_closed_for_its_window_if_the_client_does_not_search()
    {
        using var rig = Default(static options => options.Reconciliation.Enabled = false);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => Took(TimeSpan.Zero, rig, rig.AdjustAsync("order-1", faults: [SandboxFault.LoseRequest])));
        await Assert.ThrowsAsync<LoyaltyTimeoutException>(() => Took(OutcomeTimeout, rig, rig.AdjustAsync("order-2")));

        rig.Clock.Advance(Window - OutcomeTimeout);
        await Took(TimeSpan.Zero, rig, rig.AdjustAsync("order-3"));

        Assert.Equal(["order-3:100"], rig.Effects);
    }

    [Fact]
    public async Task A_transfer_with_an_id_whose_outcome_is_unknown_is_refused_even_if_the_card_is_open()
    {
        using var rig = Default(static options => options.Ordering.AfterUnknown = AfterUnknownOutcome.Continue);
        rig.Sandbox.V1.AddCampaign("program");
        rig.Sandbox.V1.AddCard("GIVER", 500, "program");
        rig.Sandbox.V1.AddCard("TAKER", 0, "program");
        rig.Strike(SandboxFault.LoseRequest);
        PointsTransferItem[] items = [new() { Code = "GIVER", Points = 5, SourceId = "gift-1" }];
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => rig.Run(rig.Client.V1.Members.TransferPointsAsync("TAKER", "program", items)));

        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(
            () => rig.Run(rig.Client.V1.Members.TransferPointsAsync("TAKER", "program", items)));

        Assert.Equal(1, rig.Posts);
    }

    private static SandboxRig Default(Action<LoyaltyClientOptions>? configure = null) => new(configure: options =>
    {
        options.Reconciliation.OutcomeTimeout = new ReconciliationOptions().OutcomeTimeout;
        configure?.Invoke(options);
    });

    private static async Task<T> Took<T>(TimeSpan expected, SandboxRig rig, Task<T> call)
    {
        var began = rig.Clock.GetUtcNow();
        try
        {
            return await rig.Run(call);
        }
        finally
        {
            Assert.Equal(expected, rig.Clock.GetUtcNow() - began);
        }
    }
}
