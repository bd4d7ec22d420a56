using System.Globalization;
using System.Net;
using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Resilience;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Tests.Resilience;

public sealed class RatePacerTests
{
    private readonly PacerRig _rig = new();

    [Fact]
    public void Calls_do_not_wait_before_a_response_has_stated_the_rate_limit()
    {
        Assert.Null(_rig.Pacer.Remaining);
        Assert.Equal(TimeSpan.Zero, Reserve());
        Assert.Null(_rig.Pacer.Remaining);
    }

    [Fact]
    public void Each_call_takes_one_of_the_remaining_calls()
    {
        Observe(remaining: 2, renewsIn: 20);

        Assert.Equal(2, _rig.Pacer.Remaining);
        Assert.Equal(TimeSpan.Zero, Reserve());
        Assert.Equal(1, _rig.Pacer.Remaining);
        Assert.Equal(TimeSpan.Zero, Reserve());
        Assert.Equal(0, _rig.Pacer.Remaining);
        Assert.Equal(TimeSpan.FromSeconds(20), Reserve());
        Assert.Equal(0, _rig.Pacer.Remaining);
    }

    [Fact]
    public void The_next_rate_period_begins_exactly_at_its_time()
    {
        Observe(remaining: 0, renewsIn: 20);

        _rig.Clock.Advance(TimeSpan.FromSeconds(20) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(TimeSpan.FromMilliseconds(1), Reserve());
        Assert.Equal(0, _rig.Pacer.Remaining);

        _rig.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(TimeSpan.Zero, Reserve());
        Assert.Null(_rig.Pacer.Remaining);

        // The second call waits for the response to the first.
        Assert.Equal(TimeSpan.FromSeconds(1), Reserve());
        Observe(remaining: 9, renewsIn: 60);
        _rig.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.Zero, Reserve());
    }

    [Theory]
    [InlineData(20)]
    [InlineData(18)]
    [InlineData(22)]
    public void An_overtaken_response_does_not_raise_the_remaining_calls(int renewsIn)
    {
        // The service sends whole seconds, so the start of the same period may differ by up to two seconds.
        Observe(remaining: 5, renewsIn: 20);

        Observe(remaining: 7, renewsIn);

        Assert.Equal(5, _rig.Pacer.Remaining);
    }

    [Fact]
    public void A_later_response_of_the_same_period_lowers_the_remaining_calls()
    {
        Observe(remaining: 5, renewsIn: 20);

        Observe(remaining: 3, renewsIn: 20);

        Assert.Equal(3, _rig.Pacer.Remaining);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(23)]
    [InlineData(80)]
    public void A_response_of_another_period_replaces_the_remaining_calls(int renewsIn)
    {
        Observe(remaining: 5, renewsIn: 20);

        Observe(remaining: 7, renewsIn);

        Assert.Equal(7, _rig.Pacer.Remaining);
    }

    [Theory]
    [InlineData(3_660, 0)]
    [InlineData(3_661, null)]
    public void A_period_longer_than_an_hour_and_a_minute_is_ignored(int renewsIn, int? remaining)
    {
        Observe(remaining: 0, renewsIn);

        Assert.Equal(remaining, _rig.Pacer.Remaining);
    }

    [Theory]
    [InlineData("many", "20")]
    [InlineData("-1", "20")]
    [InlineData("5", "soon")]
    [InlineData("5", "-20")]
    [InlineData("5", "253402300800")] // The year 10000.
    public void Invalid_rate_limit_headers_are_ignored(string remaining, string renewsAt)
    {
        Observe(remaining, renewsAt);

        Assert.Null(_rig.Pacer.Remaining);
        Assert.Equal(TimeSpan.Zero, Reserve());
    }

    [Theory]
    [InlineData("Retry-After", "2147483647")]
    [InlineData("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("X-Rate-Limit-Retry", "253402300799")]
    public void A_wait_beyond_all_timestamps_is_probed_like_one_of_an_hour(string header, string value)
    {
        var clock = new NanosecondClock();
        var pacer = new RatePacer(new ClientClock(clock), new RetryOptions(), static () => 0.5);
        using var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        response.Headers.Add("Date", "Thu, 01 Jan 1970 00:00:00 GMT");
        response.Headers.Add(header, value);

        pacer.Observe(response, DateTimeOffset.UnixEpoch);

        var wait = pacer.Reserve(new RateTicket(), TimeSpan.FromDays(1));
        Assert.Equal(new RateWait(TimeSpan.FromSeconds(10), IsTooLong: true, HoldCause.Refused), wait);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.True(pacer.TryPass());
        Assert.False(pacer.TryPass());
    }

    private TimeSpan Reserve() => _rig.Pacer.TryPass() ? TimeSpan.Zero : _rig.Pacer.Reserve(new RateTicket(), TimeSpan.MaxValue).Delay;

    private void Observe(int remaining, int renewsIn) =>
        Observe(remaining.ToString(CultureInfo.InvariantCulture), renewsIn.ToString(CultureInfo.InvariantCulture));

    private void Observe(string remaining, string renewsAt) =>
        _rig.Respond(HttpStatusCode.OK, ("X-Rate-Limit-Remaining", remaining), ("X-Rate-Limit-Retry", renewsAt));

    /// <summary>Counts as finely as the clocks of most systems.</summary>
    private sealed class NanosecondClock : FakeTimeProvider
    {
        public override long TimestampFrequency => 1_000_000_000;

        public override long GetTimestamp() => base.GetTimestamp() * 100;
    }
}
