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
    public void Without_a_time_it_may_have_been_sent_this_very_moment()
    {
        _sent.Begin(PriorAttempt.Unknown, remembered: null);

        Assert.Equal((true, null), (_sent.MaybeSent, _sent.SinceFirst));
        Assert.Equal(TimeSpan.FromSeconds(100), _sent.WindowLeft);
    }

    [Fact]
    public void The_callers_times_count_where_the_client_remembers_none()
    {
        _sent.Begin(Elapsed(30, 70), remembered: null);

        Assert.Equal(TimeSpan.FromSeconds(70), _sent.SinceFirst);
        Assert.Equal(TimeSpan.FromSeconds(70), _sent.WindowLeft);
    }

    [Fact]
    public void What_the_client_remembers_counts_where_the_caller_gives_no_time()
    {
        _sent.Begin(PriorAttempt.Unknown, Remembered(first: 50, last: 20, window: 10));

        Assert.Equal(TimeSpan.FromSeconds(50), _sent.SinceFirst);
        Assert.Equal(TimeSpan.FromSeconds(-10), _sent.WindowLeft);
    }

    [Fact]
    public void A_later_send_that_the_client_remembers_counts_more_than_the_callers_old_times()
    {
        _sent.Begin(Elapsed(200, 300), Remembered(first: 15, last: 5, window: 100));

        Assert.Equal(TimeSpan.FromSeconds(95), _sent.WindowLeft);
        Assert.Equal(TimeSpan.FromSeconds(300), _sent.SinceFirst);
    }

    [Fact]
    public void A_later_time_of_the_callers_counts_more_than_what_the_client_remembers()
    {
        _sent.Begin(Elapsed(5, 5), Remembered(first: 80, last: 60, window: 100));

        Assert.Equal(TimeSpan.FromSeconds(95), _sent.WindowLeft);
        Assert.Equal(TimeSpan.FromSeconds(80), _sent.SinceFirst);
    }

    [Theory]
    [InlineData(null, 50L)]
    [InlineData(70d, null)]
    public void A_first_send_that_one_of_them_does_not_know_is_not_known(double? told, long? remembered)
    {
        _sent.Begin(Elapsed(5, told), Remembered(remembered, last: 60, window: 100));

        Assert.Null(_sent.SinceFirst);
    }

    [Fact]
    public void Times_beyond_all_reason_do_no_harm()
    {
        _sent.Begin(PriorAttempt.ElapsedSinceSend(TimeSpan.MaxValue, TimeSpan.MaxValue), remembered: null);

        Assert.Null(_sent.SinceFirst);
        Assert.Equal(TimeSpan.FromSeconds(100) - LoyaltyClientDefaults.LongestTimeout, _sent.WindowLeft);
    }

    [Theory]
    [InlineData(AttemptKind.TimedOut, false, 100)]
    [InlineData(AttemptKind.ServerError, true, 10)]
    internal void The_window_of_an_own_send_depends_on_who_answered(AttemptKind kind, bool byTheService, int seconds)
    {
        _sent.MarkUnknown(CallThat(kind, byTheService), _clock.GetTimestamp());

        Assert.Equal(TimeSpan.FromSeconds(seconds), _sent.WindowLeft);
        Assert.Equal((true, 1), (_sent.MaybeSent, _sent.Attempts));
    }

    [Fact]
    public void A_second_send_moves_the_last_time_and_not_the_first()
    {
        _sent.MarkUnknown(CallThat(AttemptKind.TimedOut), _clock.GetTimestamp());
        _clock.Advance(TimeSpan.FromSeconds(40));

        _sent.MarkUnknown(CallThat(AttemptKind.TimedOut), _clock.GetTimestamp());

        Assert.Equal(TimeSpan.FromSeconds(40), _sent.SinceFirst);
        Assert.Equal(TimeSpan.Zero, _sent.SinceLast);
        Assert.Equal(2, _sent.Attempts);
    }

    [Fact]
    public void A_send_after_the_callers_first_one_leaves_that_the_first()
    {
        _sent.Begin(Elapsed(30, 70), remembered: null);

        _sent.MarkUnknown(CallThat(AttemptKind.TimedOut), _clock.GetTimestamp());

        Assert.Equal(TimeSpan.FromSeconds(70), _sent.SinceFirst);
    }

    private static PriorAttempt Elapsed(double last, double? first) =>
        PriorAttempt.ElapsedSinceSend(TimeSpan.FromSeconds(last), first is { } known ? TimeSpan.FromSeconds(known) : null);

    private SentRecord Remembered(long? first, long last, long window)
    {
        var now = _clock.GetTimestamp();
        return new(now - (first * _clock.TimestampFrequency), now - (last * _clock.TimestampFrequency), TimeSpan.FromSeconds(window));
    }

    private static NoContentCall CallThat(AttemptKind kind, bool byTheService = false)
    {
        var settings = new CallSettings(
            null!, new Uri("https://api.voucherify.io/"), TimeSpan.FromSeconds(60), Headers: null, CancellationToken.None);
        var call = new NoContentCall(
            V1Operations.AdjustBalance, settings, static () => throw new InvalidOperationException("Nothing is sent here."));
        call.CountAttempt();
        call.Record(new AttemptResult(kind, new LoyaltyTimeoutException("late")) { ServiceAnswered = byTheService });
        return call;
    }
}
