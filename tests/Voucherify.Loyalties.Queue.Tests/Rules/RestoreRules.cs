using Voucherify.Loyalties.Queue.Settlement;
using Voucherify.Loyalties.Queue.Tests.Support;

namespace Voucherify.Loyalties.Queue.Tests.Rules;

/// <summary>Rule 15: what follows the restore of a copy, which knows nothing of what was sent after it was made.</summary>
public abstract class RestoreRules : Stores.StoreFixture
{
    [Fact]
    public async Task What_was_sent_is_found_and_what_was_overtaken_is_not_sent()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1"), rig.Item("order-2"), rig.Item("order-3"));

        // Before the copy was restored, the first and the third had been applied.
        await SendOutsideAsync(rig, "order-1", "order-3");
        await rig.Queue.MarkRestoredAsync();
        await rig.StartAsync();
        await rig.RunAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(2, rig.Posts);

        await CompareAsync(rig);
        await rig.EnqueueAsync(rig.Item("order-4"));
        await rig.FinishAsync();

        Assert.Equal(["ANNA order-1 100", "ANNA order-3 100", "ANNA order-4 100"], rig.Effects);
        var overtaken = await rig.Queue.GetAsync("ANNA", "order-2");
        Assert.Equal((AdjustmentState.DeadLetter, AdjustmentErrorKinds.Overtaken), (overtaken!.State, overtaken.Error!.Kind));
    }

    [Fact]
    public async Task What_had_no_place_in_its_line_yet_may_have_been_sent_too()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1"), rig.Item("order-2"));
        await SendOutsideAsync(rig, "order-1");
        await rig.Queue.MarkRestoredAsync();
        await rig.Queue.ConfirmRestoredAsync();
        await rig.StartAsync();

        await CompareAsync(rig);
        await rig.FinishAsync();

        Assert.Equal(["ANNA order-1 100", "ANNA order-2 100"], rig.Effects);
    }

    [Fact]
    public async Task What_was_lost_with_the_old_store_and_is_enqueued_again_is_not_sent_again()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.StartAndFinishAsync();

        // The copy was made here. After that, an item was enqueued and applied, of which it knows nothing.
        rig.Clock.Advance(TimeSpan.FromHours(5));
        await SendOutsideAsync(rig, "order-2");
        rig.Clock.Advance(TimeSpan.FromHours(1));
        await RestoreAsync(rig);
        await rig.EnqueueAsync(rig.Item("order-2"), rig.Item("order-3"));
        await rig.FinishAsync();

        Assert.Equal(["ANNA order-1 100", "ANNA order-2 100", "ANNA order-3 100"], rig.Effects);
    }

    [Fact]
    public async Task The_lookup_before_the_first_send_survives_a_crash_between_the_claim_and_the_lookup()
    {
        await using var rig = NewRig();
        await rig.EnqueueAsync(rig.Item("order-1"));
        await rig.StartAndFinishAsync();
        await SendOutsideAsync(rig, "order-2");
        rig.Clock.Advance(TimeSpan.FromHours(1));
        await RestoreAsync(rig);
        await rig.EnqueueAsync(rig.Item("order-2"));

        // The worker claims, and its process ends before a call is made.
        rig.Handler.OnSend = static _ => throw new HttpRequestException("The process has ended.");
        await rig.Worker.StepAsync(default);
        rig.Handler.OnSend = null;
        await rig.CrashAsync();
        await rig.FinishAsync();

        Assert.Equal(["ANNA order-1 100", "ANNA order-2 100"], rig.Effects);
    }

    [Fact]
    public async Task Until_it_is_confirmed_that_nothing_is_enqueued_again_each_new_item_is_looked_up_and_then_no_longer()
    {
        await using var rig = NewRig();
        await rig.StartAsync();
        await RestoreAsync(rig);

        await rig.EnqueueAsync(rig.Item("order-1", inCampaign: false));
        await rig.FinishAsync();
        Assert.Equal((1, 1), (rig.Posts, rig.Reads));
        await rig.Queue.ConfirmRestoredAsync();
        await rig.EnqueueAsync(rig.Item("order-2", inCampaign: false));
        await rig.FinishAsync();

        Assert.Equal((2, 1), (rig.Posts, rig.Reads));
    }

    [Fact]
    public async Task A_worker_with_another_epoch_claims_nothing()
    {
        await using var rig = NewRig();
        await rig.StartAsync();
        await rig.EnqueueAsync(rig.Item("order-1"));
        rig.Clock.Advance(TimeSpan.FromSeconds(3));

        await rig.Queue.MarkRestoredAsync();

        var error = await Assert.ThrowsAsync<AdjustmentStoreException>(() => rig.Worker.StepAsync(default));
        Assert.True(error.IsRestored);
        Assert.Equal(0, rig.Posts);
    }

    private static async Task SendOutsideAsync(QueueRig rig, params string[] orders)
    {
        foreach (var order in orders)
        {
            await rig.Client.V1.Members.AdjustBalanceAsync("ANNA", 100, order);
        }
    }

    private static async Task RestoreAsync(QueueRig rig)
    {
        await rig.Queue.MarkRestoredAsync();
        await rig.CrashAsync();
        await CompareAsync(rig);
    }

    private static async Task CompareAsync(QueueRig rig)
    {
        var restore = new RestorePass(rig.Store, rig.Client, rig.Session, rig.Settings).RunAsync(default);
        await rig.AdvanceToEndAsync(restore);
        Assert.True(await restore);
    }
}
