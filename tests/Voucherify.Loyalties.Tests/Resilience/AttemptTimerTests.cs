using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Resilience;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Resilience;

/// <summary>These tests run alone, because all clients share the timers that are kept for reuse.</summary>
[Collection(nameof(RunsAlone))]
public sealed class AttemptTimerTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    [Fact]
    public void The_token_of_an_attempt_timer_is_cancelled_when_its_time_is_over()
    {
        var clock = new FakeTimeProvider();
        using var timer = new AttemptTimeout(clock, Timeout, CancellationToken.None);

        clock.Advance(Timeout - TimeSpan.FromMilliseconds(1));
        Assert.False(timer.Token.IsCancellationRequested);

        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(timer.Token.IsCancellationRequested);
    }

    [Fact]
    public void The_token_of_an_attempt_timer_is_cancelled_when_the_caller_cancels()
    {
        using var caller = new CancellationTokenSource();
        using var timer = new AttemptTimeout(TimeProvider.System, Timeout, caller.Token);

        caller.Cancel();

        Assert.True(timer.Token.IsCancellationRequested);
    }

    [Fact]
    public void An_attempt_timer_with_a_cancelled_caller_ends_at_once()
    {
        using var timer = new AttemptTimeout(TimeProvider.System, Timeout, new CancellationToken(canceled: true));

        Assert.True(timer.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_late_cancellation_does_not_end_the_next_attempt_of_a_timer()
    {
        using var caller = new CancellationTokenSource();
        var first = new AttemptTimeout(TimeProvider.System, Timeout, caller.Token);
        first.Dispose();

        // Created after the first was returned, so one of them reuses it.
        var later = RentMany(100);
        caller.Cancel();

        Assert.DoesNotContain(later, static timer => timer.Token.IsCancellationRequested);
        Array.ForEach(later, static timer => timer.Dispose());
    }

    [Fact]
    public void An_attempt_timer_that_has_ended_is_never_reused()
    {
        using var caller = new CancellationTokenSource();
        var ended = new AttemptTimeout(TimeProvider.System, Timeout, caller.Token);
        caller.Cancel();
        ended.Dispose();

        var later = RentMany(100);

        Assert.DoesNotContain(later, static timer => timer.Token.IsCancellationRequested);
        Array.ForEach(later, static timer => timer.Dispose());
    }

    [Fact]
    public async Task The_token_of_an_attempt_timer_is_cancelled_by_the_system_clock()
    {
        using var timer = new AttemptTimeout(TimeProvider.System, TimeSpan.FromMilliseconds(1), CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(TimeSpan.FromMinutes(1), timer.Token));
    }

    [Fact]
    public void An_attempt_timer_whose_time_is_not_over_is_reused()
    {
        var first = new AttemptTimeout(TimeProvider.System, Timeout, CancellationToken.None);
        var token = first.Token;
        first.Dispose();

        var later = RentMany(100);

        Assert.Contains(token, later.Select(static timer => timer.Token));
        Array.ForEach(later, static timer => timer.Dispose());
    }

    [Fact]
    public void At_most_64_attempt_timers_are_kept_for_reuse()
    {
        var before = RentMany(300);
        var tokens = before.Select(static timer => timer.Token).ToHashSet();
        Array.ForEach(before, static timer => timer.Dispose());

        var after = RentMany(300);

        Assert.Equal(64, after.Count(timer => tokens.Contains(timer.Token)));
        Array.ForEach(after, static timer => timer.Dispose());
    }

    [Fact]
    public void An_attempt_timer_of_another_clock_is_not_reused()
    {
        var timer = new AttemptTimeout(new FakeTimeProvider(), Timeout, CancellationToken.None);
        var token = timer.Token;

        timer.Dispose();

        Assert.Throws<ObjectDisposedException>(() => token.WaitHandle);
    }

    private static AttemptTimeout[] RentMany(int count) =>
        [.. Enumerable.Range(0, count).Select(static _ => new AttemptTimeout(TimeProvider.System, Timeout, CancellationToken.None))];
}
