using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Resilience;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Resilience;

/// <summary>Alone, because the sources that wait to be used again are everybody's.</summary>
[Collection(nameof(RunsAlone))]
public sealed class AttemptTimerTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    [Fact]
    public void Its_token_ends_when_the_time_is_over_and_not_before()
    {
        var clock = new FakeTimeProvider();
        using var timer = new AttemptTimeout(clock, Timeout, CancellationToken.None);

        clock.Advance(Timeout - TimeSpan.FromMilliseconds(1));
        Assert.False(timer.Token.IsCancellationRequested);

        clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(timer.Token.IsCancellationRequested);
    }

    [Fact]
    public void Its_token_ends_when_the_caller_cancels()
    {
        using var caller = new CancellationTokenSource();
        using var timer = new AttemptTimeout(TimeProvider.System, Timeout, caller.Token);

        caller.Cancel();

        Assert.True(timer.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_caller_who_cancelled_before_ends_it_at_once()
    {
        using var timer = new AttemptTimeout(TimeProvider.System, Timeout, new CancellationToken(canceled: true));

        Assert.True(timer.Token.IsCancellationRequested);
    }

    [Fact]
    public void A_caller_who_cancels_late_ends_no_other_attempt()
    {
        using var caller = new CancellationTokenSource();
        var first = new AttemptTimeout(TimeProvider.System, Timeout, caller.Token);
        first.Dispose();

        // Made after the first was given back: one of them is it.
        var later = RentMany(100);
        caller.Cancel();

        Assert.DoesNotContain(later, static timer => timer.Token.IsCancellationRequested);
        Array.ForEach(later, static timer => timer.Dispose());
    }

    [Fact]
    public void One_that_has_ended_is_never_used_again()
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
    public async Task By_the_systems_clock_its_token_ends_too()
    {
        using var timer = new AttemptTimeout(TimeProvider.System, TimeSpan.FromMilliseconds(1), CancellationToken.None);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(TimeSpan.FromMinutes(1), timer.Token));
    }

    [Fact]
    public void One_whose_time_is_not_over_is_used_again()
    {
        var first = new AttemptTimeout(TimeProvider.System, Timeout, CancellationToken.None);
        var token = first.Token;
        first.Dispose();

        var later = RentMany(100);

        Assert.Contains(token, later.Select(static timer => timer.Token));
        Array.ForEach(later, static timer => timer.Dispose());
    }

    [Fact]
    public void No_more_than_64_wait_to_be_used_again()
    {
        var before = RentMany(300);
        var tokens = before.Select(static timer => timer.Token).ToHashSet();
        Array.ForEach(before, static timer => timer.Dispose());

        var after = RentMany(300);

        Assert.Equal(64, after.Count(timer => tokens.Contains(timer.Token)));
        Array.ForEach(after, static timer => timer.Dispose());
    }

    [Fact]
    public void One_of_another_clock_ends_for_good()
    {
        var timer = new AttemptTimeout(new FakeTimeProvider(), Timeout, CancellationToken.None);
        var token = timer.Token;

        timer.Dispose();

        Assert.Throws<ObjectDisposedException>(() => token.WaitHandle);
    }

    private static AttemptTimeout[] RentMany(int count) =>
        [.. Enumerable.Range(0, count).Select(static _ => new AttemptTimeout(TimeProvider.System, Timeout, CancellationToken.None))];
}
