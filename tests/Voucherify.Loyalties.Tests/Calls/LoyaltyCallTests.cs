using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V1;

namespace Voucherify.Loyalties.Tests.Calls;

public sealed class LoyaltyCallTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void A_duplicate_is_unknown_if_an_earlier_call_may_have_been_applied(bool sentBefore, bool isUnknown)
    {
        var call = Start(sentBefore);

        call.Record(Failed(AttemptKind.Duplicate));

        Assert.Equal(isUnknown, call.WasUnknown);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_duplicate_after_an_unknown_attempt_is_the_last_unknown_one(bool sentBefore)
    {
        var options = new LoyaltyClientOptions { TimeProvider = _clock };
        var call = Start(sentBefore);
        call.Record(Failed(AttemptKind.ConnectionLost));
        _clock.Advance(TimeSpan.FromSeconds(5));

        call.Record(Failed(AttemptKind.Duplicate));

        Assert.Equal(_clock.GetUtcNow(), call.Report(options).LastSentAt);
    }

    [Fact]
    public void A_rejection_after_an_unknown_attempt_does_not_count_as_a_send()
    {
        var options = new LoyaltyClientOptions { TimeProvider = _clock };
        var call = Start();
        call.Record(Failed(AttemptKind.ConnectionLost));
        _clock.Advance(TimeSpan.FromSeconds(5));

        call.Record(Failed(AttemptKind.ClientError));

        Assert.True(call.WasUnknown);
        Assert.Equal(_clock.GetUtcNow() - TimeSpan.FromSeconds(5), call.Report(options).LastSentAt);
    }

    [Fact]
    public void Two_attempts_without_a_response_may_still_arrive()
    {
        var call = Start();
        call.Record(Failed(AttemptKind.ConnectionLost));
        call.Record(Failed(AttemptKind.ConnectionLost));

        Assert.True(call.MayStillArrive);
    }

    [Fact]
    public void A_report_after_the_window_has_no_time_left()
    {
        var call = Start();
        call.Record(Failed(AttemptKind.ConnectionLost));
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(TimeSpan.Zero, call.Report(new LoyaltyClientOptions { TimeProvider = _clock }).WindowLeft);
    }

    [Theory]
    [InlineData(0, 60_000)]
    [InlineData(59_998, 2)]
    [InlineData(60_000, 1)]
    [InlineData(70_000, 1)]
    public void A_timer_gets_the_remaining_time_and_at_least_a_millisecond(int elapsed, int timeLeft)
    {
        var call = Start();

        _clock.Advance(TimeSpan.FromMilliseconds(elapsed));

        Assert.Equal(TimeSpan.FromMilliseconds(timeLeft), call.TimeLeft);
    }

    private NoContentCall Start(bool sentBefore = false)
    {
        var settings = new CallSettings(null!, new Uri("https://api.voucherify.io/"), Timeout, Options: null, CancellationToken.None);
        var call = new NoContentCall(
            V1Operations.AdjustBalance, settings, static () => throw new InvalidOperationException("Nothing is sent here."))
        {
            SentBefore = sentBefore,
        };
        call.Start(_clock);
        return call;
    }

    private static AttemptResult Failed(AttemptKind kind) => new(kind, new LoyaltyException("It failed."));
}
