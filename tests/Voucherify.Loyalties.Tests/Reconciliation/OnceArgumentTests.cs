using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Reconciliation;

/// <summary>The arguments of the call that credits once, and its short forms.</summary>
public sealed class OnceArgumentTests
{
    [Fact]
    public async Task The_short_forms_add_and_remove_points_once()
    {
        using var rig = new SandboxRig();
        var members = rig.Client.V1.Members;

        await rig.Run(members.AddPointsAsync(SandboxRig.Card, 50, "order-1"));
        await rig.Run(members.AddPointsAsync(SandboxRig.Card, 50, "order-1"));
        await rig.Run(members.RemovePointsAsync(SandboxRig.Card, 20, "order-2"));

        Assert.Equal(["order-1:50", "order-2:-20"], rig.Effects);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    public void The_short_forms_require_a_positive_number_and_an_id(long points)
    {
        using var rig = new SandboxRig();
        var members = rig.Client.V1.Members;

        Assert.ThrowsAny<ArgumentException>(() => { _ = members.AddPointsAsync(SandboxRig.Card, points, "order-1"); });
        Assert.ThrowsAny<ArgumentException>(() => { _ = members.RemovePointsAsync(SandboxRig.Card, points, "order-1"); });
        Assert.ThrowsAny<ArgumentException>(() => { _ = members.AddPointsAsync(SandboxRig.Card, 1, null!); });
        Assert.ThrowsAny<ArgumentException>(() => { _ = members.RemovePointsAsync(SandboxRig.Card, 1, ""); });
        Assert.Empty(rig.Sandbox.Requests);
    }

    [Fact]
    public void A_request_without_an_id_is_refused()
    {
        using var rig = new SandboxRig();

        Assert.Throws<ArgumentException>(() => { _ = rig.OnceAsync(null!); });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(3651)]
    public void A_lookback_must_be_positive_and_at_most_ten_years(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AdjustOnceOptions { LookBack = TimeSpan.FromDays(days) });
}
