using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Reconciliation;

namespace Voucherify.Loyalties.Tests.Reconciliation;

public sealed class SendStateTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly ReconciliationOptions _options = new()
    {
        NoAnswerWindow = TimeSpan.FromSeconds(100),
        ServiceErrorWindow = TimeSpan.FromSeconds(10),
    };
    private readonly SendState _sent;

    public SendStateTests() => _sent = new SendState(_options, _clock);

    [Fact]
    public void An_attempt_without_a_time_may_have_been_sent_just_now()
    {
        _sent.Begin(PriorAttempt.Unknown, remembered: null, Now);

        Assert.Equal((true, null), (_sent.MaybeSent, _sent.SinceFirst));
        Assert.Equal(TimeSpan.FromSeconds(100), _sent.WindowLeft);
    }

    [Fact]
    public void The_times_of_the_caller_count_if_the_client_remembers_none()
    {
        _sent.Begin(Elapsed(30, 70), remembered: null, Now);

        Assert.Equal(TimeSpan.FromSeconds(70), _sent.SinceFirst);
        Assert.Equal(TimeSpan.FromSeconds(70), _sent.WindowLeft);
    }

    [Fact]
    public void The_times_of_the_client_count_if_the_caller_gives_none()
    {
        _sent.Begin(PriorAttempt.Unknown, Remembered(first: 50, last: 20, window: 10), Now);

        Assert.Equal(TimeSpan.FromSeconds(50), _sent.SinceFirst);
        Assert.Equal(TimeSpan.FromSeconds(-10), _sent.WindowLeft);
    }

    [Fact]
    public void A_later_send_of_the_client_overrides_older_times_of_the_caller()
    {
        _sent.Begin(Elapsed(200, 300), Remembered(first: 15, last: 5, window: 100), Now);

        Assert.Equal(TimeSpan.FromSeconds(95), _sent.WindowLeft);
        Assert.Equal(TimeSpan.FromSeconds(300), _sent.SinceFirst);
    }

    [Fact]
    public void The_reported_time_of_a_remembered_send_keeps_its_window()
    {
        _sent.Begin(Elapsed(70, null), Remembered(first: 72, last: 70, window: 10), Now);

        Assert.Equal(TimeSpan.FromSeconds(-60), _sent.WindowLeft);
    }

    [Theory]
    [InlineData(73, -60)]
    [InlineData(73.1, 26.9)]
    [InlineData(69, -60)]
    [InlineData(68.9, 31.1)]
    public void A_reported_time_is_that_of_a_remembered_send_if_it_is_at_most_a_second_off(double reported, double windowLeft)
    {
        _sent.Begin(Elapsed(reported, null), Remembered(first: 72, last: 70, window: 10), Now);

        Assert.Equal(TimeSpan.FromSeconds(windowLeft), _sent.WindowLeft);
    }

    [Fact]
    public void A_first_send_as_long_ago_as_a_search_may_go_back_counts_as_unknown()
    {
        _sent.Begin(
            PriorAttempt.ElapsedSinceSend(TimeSpan.FromSeconds(5), ReconciliationDefaults.LongestLookBack), remembered: null, Now);

        Assert.Null(_sent.SinceFirst);
    }

    [Fact]
    public void A_remembered_send_counts_although_the_caller_says_that_it_was_never_sent()
    {
        _sent.Begin(PriorAttempt.None, Remembered(first: 20, last: 20, window: 100), Now);

        Assert.True(_sent.MaybeSent);
        Assert.Equal(TimeSpan.FromSeconds(80), _sent.WindowLeft);
    }

    [Fact]
    public void The_times_of_the_caller_count_from_the_call_and_not_from_its_turn()
    {
        var called = Now;
        _clock.Advance(TimeSpan.FromSeconds(40));

        _sent.Begin(Elapsed(30, 70), remembered: null, called);

        Assert.Equal((TimeSpan.FromSeconds(110), TimeSpan.FromSeconds(30)), (_sent.SinceFirst, _sent.WindowLeft));
    }

    [Fact]
    public void An_assumed_send_has_no_time()
    {
        _sent.Begin(PriorAttempt.Unknown, remembered: null, Now);

        Assert.Equal((null, null), (_sent.LastSentAt, _sent.Own));
    }

    [Fact]
    public void A_later_time_of_the_caller_overrides_older_sends_of_the_client()
    {
        _sent.Begin(Elapsed(5, 5), Remembered(first: 80, last: 60, window: 100), Now);

        Assert.Equal(TimeSpan.FromSeconds(95), _sent.WindowLeft);
        Assert.Equal(TimeSpan.FromSeconds(80), _sent.SinceFirst);
    }

    [Theory]
    [InlineData(null, 50L)]
    [InlineData(70d, null)]
    public void A_first_send_that_client_or_caller_does_not_know_is_unknown(double? stated, long? remembered)
    {
        _sent.Begin(Elapsed(5, stated), Remembered(remembered, last: 60, window: 100), Now);

        Assert.Null(_sent.SinceFirst);
    }

    [Fact]
    public void Absurdly_long_times_count_as_unknown()
    {
        _sent.Begin(PriorAttempt.ElapsedSinceSend(TimeSpan.MaxValue, TimeSpan.MaxValue), remembered: null, Now);

        Assert.Null(_sent.SinceFirst);
        Assert.Equal(TimeSpan.FromSeconds(100) - LoyaltyClientDefaults.LongestTimeout, _sent.WindowLeft);
    }

    [Theory]
    [InlineData(AttemptKind.TimedOut, false, 100)]
    [InlineData(AttemptKind.ServerError, true, 10)]
    internal void The_window_of_a_send_depends_on_whether_the_service_responded(AttemptKind kind, bool byService, int seconds)
    {
        _sent.MarkUnknown(CallThat(kind, byService), _clock.GetTimestamp());

        Assert.Equal(TimeSpan.FromSeconds(seconds), _sent.WindowLeft);
        Assert.Equal((true, 1), (_sent.MaybeSent, _sent.Attempts));
    }

    [Fact]
    public void A_second_send_changes_the_last_time_and_not_the_first()
    {
        _sent.MarkUnknown(CallThat(AttemptKind.TimedOut), _clock.GetTimestamp());
        _clock.Advance(TimeSpan.FromSeconds(40));

        _sent.MarkUnknown(CallThat(AttemptKind.TimedOut), _clock.GetTimestamp());

        Assert.Equal(TimeSpan.FromSeconds(40), _sent.SinceFirst);
        Assert.Equal(Now - (40 * _clock.TimestampFrequency), _sent.Own?.First);
        Assert.Equal(TimeSpan.FromSeconds(100), _sent.WindowLeft);
        Assert.Equal(2, _sent.Attempts);
    }

    [Fact]
    public void A_send_after_the_first_send_of_the_caller_keeps_that_as_the_first()
    {
        _sent.Begin(Elapsed(30, 70), remembered: null, Now);

        _sent.MarkUnknown(CallThat(AttemptKind.TimedOut), _clock.GetTimestamp());

        Assert.Equal(TimeSpan.FromSeconds(70), _sent.SinceFirst);
    }

    private static PriorAttempt Elapsed(double last, double? first) =>
        PriorAttempt.ElapsedSinceSend(TimeSpan.FromSeconds(last), first is { } known ? TimeSpan.FromSeconds(known) : null);

    private long Now => _clock.GetTimestamp();

    private SentRecord Remembered(long? first, long last, long window)
    {
        var now = _clock.GetTimestamp();
        return new(now - (first * _clock.TimestampFrequency), now - (last * _clock.TimestampFrequency), TimeSpan.FromSeconds(window));
    }

    private NoContentCall CallThat(AttemptKind kind, bool byService = false)
    {
        var settings = new CallSettings(
            null!, new Uri("https://api.voucherify.io/"), TimeSpan.FromSeconds(60), Options: null, CancellationToken.None);
        var call = new NoContentCall(
            V1Operations.AdjustBalance, settings, static () => throw new InvalidOperationException("Nothing is sent here."));
        call.Start(_clock);
        call.CountAttempt();
        call.Record(new AttemptResult(kind, new LoyaltyTimeoutException("late")) { ServiceAnswered = byService });
        return call;
    }
}
