using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Resilience;

namespace Voucherify.Loyalties.Tests.Resilience;

public sealed class RatePacerTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly RatePacer _pacer;

    public RatePacerTests() => _pacer = new RatePacer(_clock);

    [Fact]
    public void Nobody_waits_before_an_answer_has_told_the_limit()
    {
        Assert.Null(_pacer.Remaining);
        Assert.Equal(TimeSpan.Zero, _pacer.Reserve());
        Assert.Null(_pacer.Remaining);
    }

    [Fact]
    public void Each_call_takes_one_of_those_that_are_left()
    {
        Told(remaining: 2, renewsIn: 20);

        Assert.Equal(2, _pacer.Remaining);
        Assert.Equal(TimeSpan.Zero, _pacer.Reserve());
        Assert.Equal(1, _pacer.Remaining);
        Assert.Equal(TimeSpan.Zero, _pacer.Reserve());
        Assert.Equal(0, _pacer.Remaining);
        Assert.Equal(TimeSpan.FromSeconds(20), _pacer.Reserve());
        Assert.Equal(0, _pacer.Remaining);
    }

    [Fact]
    public void The_next_period_begins_at_its_moment_and_not_before()
    {
        Told(remaining: 0, renewsIn: 20);

        _clock.Advance(TimeSpan.FromSeconds(20) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(TimeSpan.FromMilliseconds(1), _pacer.Reserve());
        Assert.Equal(0, _pacer.Remaining);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(TimeSpan.Zero, _pacer.Reserve());
        Assert.Null(_pacer.Remaining);

        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(TimeSpan.Zero, _pacer.Reserve());
    }

    [Theory]
    [InlineData(20)]
    [InlineData(18)]
    [InlineData(22)]
    public void An_answer_that_was_overtaken_raises_nothing(int renewsIn)
    {
        // The service's times are whole seconds, so the same period may seem to begin up to two seconds apart.
        Told(remaining: 5, renewsIn: 20);

        Told(remaining: 7, renewsIn);

        Assert.Equal(5, _pacer.Remaining);
    }

    [Fact]
    public void A_later_answer_of_the_same_period_lowers_the_number()
    {
        Told(remaining: 5, renewsIn: 20);

        Told(remaining: 3, renewsIn: 20);

        Assert.Equal(3, _pacer.Remaining);
    }

    [Theory]
    [InlineData(17)]
    [InlineData(23)]
    [InlineData(80)]
    public void An_answer_of_another_period_counts_as_it_is(int renewsIn)
    {
        Told(remaining: 5, renewsIn: 20);

        Told(remaining: 7, renewsIn);

        Assert.Equal(7, _pacer.Remaining);
    }

    [Theory]
    [InlineData(3_660, 0)]
    [InlineData(3_661, null)]
    public void A_period_of_more_than_an_hour_and_a_minute_is_the_plans(int renewsIn, int? remaining)
    {
        Told(remaining: 0, renewsIn);

        Assert.Equal(remaining, _pacer.Remaining);
    }

    [Theory]
    [InlineData("many", "20")]
    [InlineData("-1", "20")]
    [InlineData("5", "soon")]
    [InlineData("5", "-20")]
    [InlineData("5", "253402300800")] // The year 10000.
    public void Headers_that_cannot_be_read_tell_nothing(string remaining, string renewsAt)
    {
        Told(remaining, renewsAt);

        Assert.Null(_pacer.Remaining);
        Assert.Equal(TimeSpan.Zero, _pacer.Reserve());
    }

    private void Told(int remaining, int renewsIn) =>
        Told(remaining.ToString(CultureInfo.InvariantCulture), renewsIn.ToString(CultureInfo.InvariantCulture));

    private void Told(string remaining, string renewsAt)
    {
        using var response = new HttpResponseMessage();
        response.Headers.TryAddWithoutValidation("X-Rate-Limit-Remaining", remaining);
        response.Headers.TryAddWithoutValidation("X-Rate-Limit-Retry", renewsAt);
        _pacer.Observe(response, DateTimeOffset.UnixEpoch);
    }
}
