using System.Text.Json;

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

    [Fact]
    public void A_negative_window_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("windowLeft", static () => PriorAttempt.MayBeAppliedFor(TimeSpan.FromTicks(-1)));

    [Fact]
    public void The_default_may_have_been_sent() => Assert.Equal(PriorAttempt.Unknown, default);

    public static TheoryData<PriorAttempt, string> Stored => new()
    {
        { PriorAttempt.Unknown, """{"maybeSent":true}""" },
        { PriorAttempt.None, """{"maybeSent":false}""" },
        {
            PriorAttempt.ElapsedSinceSend(TimeSpan.FromSeconds(90)),
            """{"maybeSent":true,"sinceLastSend":"00:01:30"}"""
        },
        {
            PriorAttempt.ElapsedSinceSend(TimeSpan.FromSeconds(1.5), TimeSpan.FromDays(2)),
            """{"maybeSent":true,"sinceLastSend":"00:00:01.5000000","sinceFirstSend":"2.00:00:00"}"""
        },
        {
            PriorAttempt.MayBeAppliedFor(TimeSpan.FromSeconds(60), TimeSpan.FromDays(2)),
            """{"maybeSent":true,"sinceFirstSend":"2.00:00:00","windowLeft":"00:01:00"}"""
        },
    };

    [Theory, MemberData(nameof(Stored))]
    public void A_prior_attempt_survives_json(PriorAttempt prior, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(prior));
        Assert.Equal(prior, JsonSerializer.Deserialize<PriorAttempt>(json));
        Assert.Equal(prior, JsonSerializer.Deserialize<Holder>(JsonSerializer.Serialize(new Holder(prior)))!.Prior);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"maybeSent":null}""")]
    [InlineData("""{"MaybeSent":true,"extra":[1]}""")]
    public void What_is_missing_means_that_it_may_have_been_sent(string json) =>
        Assert.Equal(PriorAttempt.Unknown, JsonSerializer.Deserialize<PriorAttempt>(json));

    [Fact]
    public void A_time_contradicts_that_it_was_never_sent() =>
        Assert.Equal(
            PriorAttempt.ElapsedSinceSend(TimeSpan.FromSeconds(5)),
            JsonSerializer.Deserialize<PriorAttempt>("""{"maybeSent":false,"SinceLastSend":"00:00:05"}"""));

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"None\"")]
    [InlineData("""{"sinceLastSend":5}""")]
    [InlineData("""{"sinceLastSend":"soon"}""")]
    [InlineData("""{"sinceLastSend":"-00:00:01"}""")]
    [InlineData("""{"sinceLastSend":"00:00:05","sinceFirstSend":"00:00:01"}""")]
    public void What_cannot_be_read_is_an_error(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<PriorAttempt>(json));

    private sealed record Holder(PriorAttempt Prior);
}
