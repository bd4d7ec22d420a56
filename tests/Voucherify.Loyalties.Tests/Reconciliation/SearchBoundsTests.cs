using Microsoft.Extensions.Time.Testing;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.Time;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Reconciliation;

public sealed class SearchBoundsTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_search_without_a_date_goes_back_to_the_first_transaction()
    {
        var bounds = Bounds();

        bounds.Begin(date: null);

        Assert.False(bounds.IsBefore(_clock.GetUtcNow().AddYears(-1)));
        Assert.True(bounds.AgeOf(new LoyaltyTransaction { CreatedAt = _clock.GetUtcNow().AddYears(-1) }).IsInReach);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(-1, true)]
    public void A_page_may_be_a_second_older_than_the_end_of_the_window_because_dates_have_no_fractions(long ticks, bool isStale)
    {
        // The send is a minute old, and its window lasts as long.
        var windowEnd = _clock.GetUtcNow();

        Assert.Equal(isStale, Bounds(isOver: true).IsStale(windowEnd.AddSeconds(-1).AddTicks(ticks)));
    }

    private SearchBounds Bounds(bool isOver = false)
    {
        var sent = new SendState(new ReconciliationOptions { NoAnswerWindow = TimeSpan.FromMinutes(1) }, _clock);
        sent.Begin(
            PriorAttempt.ElapsedSinceSend(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)), remembered: null, _clock.GetTimestamp());
        return new SearchBounds(sent, isOver, TimeSpan.FromMinutes(1), new ServiceClock(_clock), _clock);
    }
}
