using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Resilience;

namespace Voucherify.Loyalties.Tests.Resilience;

public sealed class AttemptTimerTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    [Fact]
    public void Its_token_ends_when_the_time_is_over_and_not_before()
    {
        var clock = new FakeTimeProvider();
        using var timer = new AttemptTimer(clock, Timeout, CancellationToken.None);

        clock.Advance(Timeout - TimeSpan.FromMilliseconds(1));
        Assert.False(timer.Token.IsCancellationRequested);

        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(timer.Token.IsCancellationRequested);
    }

    [Fact]
    public void Its_token_ends_when_the_caller_cancels()
    {
        using var caller = new CancellationTokenSource();
        using var timer = new AttemptTimer(TimeProvider.System, Timeout, caller.Token);

        caller.Cancel();

        Assert.True(timer.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_caller_who_cancelled_before_ends_it_at_once()
    {
        using var timer = new AttemptTimer(TimeProvider.System, Timeout, new CancellationToken(canceled: true));

        Assert.True(timer.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_caller_who_cancels_late_ends_no_other_attempt()
    {
        using var caller = new CancellationTokenSource();
        var first = new AttemptTimer(TimeProvider.System, Timeout, caller.Token);
        first.Dispose();

        // Made after the first was given back: one of them is it, unless somebody else was quicker.
        AttemptTimer[] later = [.. Enumerable.Range(0, 100).Select(static _ => new AttemptTimer(TimeProvider.System, Timeout, CancellationToken.None))];
        caller.Cancel();

        Assert.DoesNotContain(later, static timer => timer.Token.IsCancellationRequested);
        Array.ForEach(later, static timer => timer.Dispose());
    }

    [Fact]
    public void One_that_has_ended_is_never_used_again()
    {
        using var caller = new CancellationTokenSource();
        var ended = new AttemptTimer(TimeProvider.System, Timeout, caller.Token);
        caller.Cancel();
        ended.Dispose();

        AttemptTimer[] later = [.. Enumerable.Range(0, 100).Select(static _ => new AttemptTimer(TimeProvider.System, Timeout, CancellationToken.None))];

        Assert.DoesNotContain(later, static timer => timer.Token.IsCancellationRequested);
        Array.ForEach(later, static timer => timer.Dispose());
    }
}
