namespace Voucherify.Loyalties.Tests.Reconciliation;

public sealed class PriorAttemptTests
{
    [Fact]
    public void Only_PriorAttempt_None_was_certainly_never_sent()
    {
        Assert.False(PriorAttempt.None.MaybeSent);
        Assert.True(PriorAttempt.Unknown.MaybeSent);
        Assert.True(PriorAttempt.ElapsedSinceSend(TimeSpan.Zero).MaybeSent);
    }

    [Fact]
    public void A_negative_time_since_a_prior_attempt_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("sinceLastSend", static () => PriorAttempt.ElapsedSinceSend(TimeSpan.FromTicks(-1)));

    [Fact]
    public void A_first_send_after_the_last_send_is_refused()
    {
        var last = TimeSpan.FromSeconds(10);

        Assert.Throws<ArgumentOutOfRangeException>(
            "sinceFirstSend", () => PriorAttempt.ElapsedSinceSend(last, last - TimeSpan.FromTicks(1)));
        Assert.Equal(last, PriorAttempt.ElapsedSinceSend(last, last).SinceFirstSend);
    }
}
