using System.Globalization;
using System.Net;
using Voucherify.Loyalties.Resilience;

namespace Voucherify.Loyalties.Tests.Resilience;

/// <summary>What a pacer tells each call that waits.</summary>
public sealed class RateSlotTests
{
    private readonly PacerRig _rig = new();

    [Fact]
    public void A_late_refusal_prolongs_a_hold_and_never_shortens_it()
    {
        Refuse(20);
        Advance(1);

        Refuse(5);
        Assert.Equal(19, Reserve());
        Refuse(30);
        Assert.Equal(30, Reserve());
    }

    [Fact]
    public void A_refused_probe_begins_a_hold_of_its_own()
    {
        Refuse(20);
        Advance(20);
        Assert.True(_rig.Pacer.TryPass());

        Refuse(5);

        Assert.Equal(5, Reserve());
    }

    [Fact]
    public void An_accepted_probe_wakes_the_calls_that_wait_and_gives_each_a_slot()
    {
        var (first, second, gone) = (new RateTicket(), new RateTicket(), new RateTicket());
        BeginProbe();
        foreach (var ticket in new[] { first, second, gone })
        {
            Assert.Equal(1, Reserve(ticket));
        }

        _rig.Pacer.Leave(gone);
        Accept();

        Assert.True(first.Wake.Task.IsCompleted);
        Assert.True(second.Wake.Task.IsCompleted);
        Assert.False(gone.Wake.Task.IsCompleted);
        Assert.Equal(0.1, Reserve(first), precision: 6);
        Assert.Equal(0.2, Reserve(second), precision: 6);

        // A call that asks too early keeps its slot.
        Advance(0.05);
        Assert.Equal(0.15, Reserve(second), precision: 6);
        Advance(0.05);
        Assert.Equal(0, Reserve(first));
        Assert.Equal(0.1, Reserve(second), precision: 6);
    }

    [Fact]
    public void A_refusal_makes_the_slots_invalid()
    {
        var ticket = new RateTicket();
        BeginProbe();
        Accept();
        Reserve(ticket);

        Refuse(7);

        Advance(0.2);
        Assert.Equal(6.8, Reserve(ticket), precision: 6);
    }

    [Fact]
    public void A_response_without_calls_left_makes_the_slots_invalid()
    {
        var ticket = new RateTicket();
        BeginProbe();
        Accept(remaining: 50, renewsIn: 40);
        Reserve(ticket);

        Accept(remaining: 0, renewsIn: 40);

        Advance(0.2);
        Assert.Equal(39.8, Reserve(ticket), precision: 6);
    }

    [Fact]
    public void A_probe_after_which_no_calls_are_left_holds_calls_back_again()
    {
        BeginProbe();

        Accept(remaining: 0, renewsIn: 40);

        Assert.Equal(40, Reserve());
    }

    [Fact]
    public void A_gateway_error_neither_ends_nor_prolongs_the_wait_for_a_probe()
    {
        BeginProbe();

        _rig.Respond(HttpStatusCode.InternalServerError);

        Assert.Equal(1, Reserve());
    }

    [Fact]
    public void Calls_leave_one_by_one_until_none_has_waited_for_a_second()
    {
        BeginProbe();
        Accept();

        Advance(1);
        Assert.True(_rig.Pacer.TryPass());
        Assert.False(_rig.Pacer.TryPass());

        Advance(1.2);
        Assert.True(_rig.Pacer.TryPass());
        Assert.True(_rig.Pacer.TryPass());
        Assert.True(_rig.Pacer.TryPass());
    }

    [Fact]
    public void Each_accepted_call_raises_the_pace()
    {
        BeginProbe();
        Accept();
        for (var call = 0; call < 50; call++)
        {
            Accept();
        }

        // From 10 calls a second to 20.
        var before = Reserve();
        Assert.Equal(0.05, Reserve() - before, precision: 6);
    }

    [Fact]
    public void A_refusal_of_spread_calls_halves_the_pace_of_a_busy_client()
    {
        for (var call = 0; call < 1_000; call++)
        {
            Assert.True(_rig.Pacer.TryPass());
        }

        Refuse(1);
        Advance(1);
        Assert.True(_rig.Pacer.TryPass());
        Accept();
        var before = Reserve();
        var gap = Reserve() - before;
        Refuse(1);
        Advance(1);
        Assert.True(_rig.Pacer.TryPass());
        Accept();
        before = Reserve();

        Assert.InRange((Reserve() - before) / gap, 1.9, 2.4);
    }

    [Fact]
    public void A_token_request_leaves_ahead_of_the_others_unless_calls_are_held_back()
    {
        Refuse(20);
        Assert.False(_rig.Pacer.TryPassAhead());

        Advance(20);
        Assert.True(_rig.Pacer.TryPass());
        Assert.True(_rig.Pacer.TryPassAhead());
        Accept(remaining: 50, renewsIn: 40);
        Assert.True(_rig.Pacer.TryPassAhead());
        Assert.Equal(49, _rig.Pacer.Remaining);
    }

    private void BeginProbe()
    {
        Refuse(20);
        Advance(20);
        Assert.True(_rig.Pacer.TryPass());
        Assert.False(_rig.Pacer.TryPass());
    }

    private void Advance(double seconds) => _rig.Clock.Advance(TimeSpan.FromSeconds(seconds));

    private double Reserve(RateTicket? ticket = null) =>
        _rig.Pacer.Reserve(ticket ?? new RateTicket(), TimeSpan.MaxValue).Delay.TotalSeconds;

    private void Refuse(int seconds) =>
        _rig.Respond(HttpStatusCode.TooManyRequests, ("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)));

    private void Accept() => _rig.Respond(HttpStatusCode.OK);

    private void Accept(int remaining, int renewsIn) => _rig.Respond(
        HttpStatusCode.OK,
        ("X-Rate-Limit-Remaining", remaining.ToString(CultureInfo.InvariantCulture)),
        ("X-Rate-Limit-Retry", renewsIn.ToString(CultureInfo.InvariantCulture)));
}
