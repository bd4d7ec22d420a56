using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Reconciliation.V2;

/// <summary>Bad input gets an error before anything is sent.</summary>
public sealed class CardAdjustmentInputTests
{
    public static TheoryData<long, string?, string?, string> Invalid { get; } = new()
    {
        { 0, null, null, "Points is 0" },
        { 9_007_199_254_740_992, null, null, "Points must be" },
        { 1, new string('a', 181), null, "181 characters" },
        { 1, "two\nlines", null, "control character" },
        { 1, "half \ud83d", null, "surrogate" },
        { 1, "looks like [#order-1]", null, "marker" },
        { 1, null, " ", "SourceId is empty" },
        { 1, null, "half \ud83d", "surrogate" },
    };

    [Theory, MemberData(nameof(Invalid))]
    public async Task An_invalid_adjustment_is_refused(long points, string? reason, string? sourceId, string complaint)
    {
        using var rig = new CardRig();
        var request = new AdjustCardPointsRequest { Points = points, Reason = reason, SourceId = sourceId };
        var cards = rig.Client.V2.Cards;

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => cards.AdjustCardPointsAsync(rig.Program, rig.Member.Id, rig.Card, request));
        await Assert.ThrowsAsync<ArgumentException>(
            () => cards.AdjustCardPointsOnceAsync(rig.Program, rig.Member.Id, rig.Card, request));

        Assert.Contains(complaint, error.Message, StringComparison.Ordinal);
        Assert.Equal(0, rig.Posts + rig.Reads);
    }

    [Fact]
    public async Task An_id_of_another_kind_is_refused()
    {
        using var rig = new CardRig();
        var request = new AdjustCardPointsRequest { Points = 1, SourceId = "order-1" };

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => rig.Client.V2.Cards.AdjustCardPointsAsync(rig.Member.Id, rig.Program, rig.Card, request));

        Assert.Contains("lmbr_", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, rig.Posts);
    }

    [Fact]
    public async Task A_call_that_credits_once_needs_an_id()
    {
        using var rig = new CardRig();
        var request = new AdjustCardPointsRequest { Points = 1 };

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => rig.Client.V2.Cards.AdjustCardPointsOnceAsync(rig.Program, rig.Member.Id, rig.Card, request));

        Assert.Contains("SourceId is missing", error.Message, StringComparison.Ordinal);
    }
}
