using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Resilience;

namespace Voucherify.Loyalties.Tests.Resilience;

public sealed class RecentRateTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly RecentRate _rate;

    public RecentRateTests() => _rate = new RecentRate(_clock);

    [Theory]
    [InlineData(1)]
    [InlineData(9.5)]
    [InlineData(60)]
    [InlineData(61)]
    public void A_steady_pace_is_measured_once_the_window_is_full(double warmUp)
    {
        var calls = (int)((warmUp * 20) + 400);
        for (var call = 0; call < calls; call++)
        {
            Count();
            _clock.Advance(TimeSpan.FromMilliseconds(50));
        }

        Assert.InRange(PerSecond, 19, 21);
    }

    [Fact]
    public void A_burst_counts_as_spread_over_the_window()
    {
        for (var call = 0; call < 500; call++)
        {
            Count();
        }

        Assert.Equal(50, PerSecond);
    }

    [Theory]
    [InlineData(9, 100.0 / 19)]
    [InlineData(10, 100.0 / 10)]
    [InlineData(19, 100.0 / 19)]
    [InlineData(20, 0)]
    [InlineData(3_600, 0)]
    public void Calls_are_forgotten_after_two_windows(int seconds, double expected)
    {
        for (var call = 0; call < 100; call++)
        {
            Count();
        }

        _clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(expected, PerSecond, precision: 6);
    }

    [Fact]
    public void Half_of_the_calls_can_be_forgotten()
    {
        for (var call = 0; call < 200; call++)
        {
            Count();
            _clock.Advance(TimeSpan.FromMilliseconds(75));
        }

        var before = PerSecond;
        _rate.Halve();

        Assert.InRange(PerSecond, before * 0.49, before * 0.51);
    }

    private double PerSecond => _rate.PerSecond(_clock.GetTimestamp());

    private void Count() => _rate.Count(_clock.GetTimestamp());
}
