using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>A lookup of one adjustment, and of many at once: it reads, and sends nothing.</summary>
public sealed class AdjustmentLookupTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task An_adjustment_that_was_applied_is_found()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.AdjustAsync("order-1"));

        var found = await rig.Run(Find(rig, "order-1"));

        Assert.Equal((1100L, true, "order-1"), (found!.Balance, found.Recovered, found.SourceId));
        Assert.Equal((1, 1), (rig.Posts, rig.Lookups));
    }

    [Fact]
    public async Task An_adjustment_that_is_not_listed_is_null_after_one_read()
    {
        using var rig = new SandboxRig();

        Assert.Null(await rig.Run(Find(rig, "order-1")));

        Assert.Equal((0, 1), (rig.Posts, rig.Lookups));
    }

    [Fact]
    public async Task The_id_of_another_adjustment_is_a_conflict()
    {
        using var rig = new SandboxRig();
        await rig.Run(rig.AdjustAsync("order-1", points: 5));

        await Assert.ThrowsAsync<LoyaltySourceIdConflictException>(() => rig.Run(Find(rig, "order-1")));
    }

    [Fact]
    public async Task A_list_that_is_older_than_the_lookup_proves_nothing()
    {
        using var rig = new SandboxRig();
        rig.Sandbox.Faults.MinListAge = rig.Sandbox.Faults.MaxListAge = TimeSpan.FromSeconds(30);
        rig.Sandbox.Faults.Next(SandboxFault.CachedList);

        await Assert.ThrowsAsync<LoyaltyException>(() => rig.Run(Find(rig, "order-1")));
    }

    [Fact]
    public async Task Adjustments_of_many_cards_are_found_in_one_call()
    {
        using var rig = new SandboxRig();
        var applied = await rig.Run(rig.AdjustAsync("order-1"));
        var other = await rig.Run(rig.AdjustAsync("order-2", points: 7, card: "OTHER"));
        AdjustmentKey[] keys =
        [
            Key(applied, "order-1", 100), Key(applied, "order-9", 100), Key(other, "order-1", 100), Key(other, "order-2", 8),
        ];

        var found = await rig.Run(rig.Client.V1.Transactions.FindAdjustmentsAsync(CampaignOf(rig), keys, Hour));

        Assert.Equal(
            [AdjustmentFinding.Applied, AdjustmentFinding.Absent, AdjustmentFinding.Absent, AdjustmentFinding.Conflict],
            keys.Select(key => found.Single(one => one.Key == key).Finding));
        Assert.Equal(1, rig.Lookups);
    }

    [Fact]
    public async Task A_call_names_at_most_fifty_cards()
    {
        using var rig = new SandboxRig();
        var keys = Enumerable.Range(0, 101).Select(static n => new AdjustmentKey($"v_{n}", "order-1", 100)).ToList();

        var found = await rig.Run(rig.Client.V1.Transactions.FindAdjustmentsAsync(CampaignOf(rig), keys, Hour));

        Assert.Equal(101, found.Count);
        Assert.Equal(3, rig.Lookups);
    }

    [Fact]
    public async Task A_key_without_a_card_is_refused_before_anything_is_sent()
    {
        using var rig = new SandboxRig();

        await Assert.ThrowsAsync<ArgumentException>(
            "keys", () => rig.Client.V1.Transactions.FindAdjustmentsAsync(CampaignOf(rig), [new("", "order-1", 1)], Hour));

        Assert.Equal(0, rig.Lookups);
    }

    [Fact]
    public void A_key_does_not_print_its_card() =>
        Assert.DoesNotContain("v_1", new AdjustmentKey("v_1", "order-1", 1).ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task A_page_tells_the_clock_of_the_service()
    {
        using var rig = new SandboxRig();

        var page = await rig.Run(rig.Client.V1.Transactions.ListMemberTransactionsPageAsync(SandboxRig.Card));

        Assert.Equal(rig.Clock.GetUtcNow(), page.AsOf);
    }

    private static Task<BalanceResult?> Find(SandboxRig rig, string sourceId) => rig.Client.V1.Members.FindAdjustmentAsync(
        SandboxRig.Card, new AdjustBalanceRequest { Points = 100, SourceId = sourceId }, Hour);

    private static string CampaignOf(SandboxRig rig) => rig.Sandbox.V1.GetCard(SandboxRig.Card)!.CampaignId;

    private static AdjustmentKey Key(BalanceResult of, string sourceId, long points) => new(of.RelatedObject!.Id!, sourceId, points);
}
