using Voucherify.Loyalties.Resilience;

namespace Voucherify.Loyalties.Tests.Resilience;

public sealed class BackoffTests
{
    private static readonly RetryOptions Options = new()
    {
        BaseDelay = TimeSpan.FromMilliseconds(500),
        MaxDelay = TimeSpan.FromSeconds(10),
    };

    [Theory]
    [InlineData(0, 0.0, 250)]
    [InlineData(0, 0.5, 375)]
    [InlineData(0, 1.0, 500)]
    [InlineData(1, 0.0, 500)]
    [InlineData(1, 1.0, 1_000)]
    [InlineData(4, 1.0, 8_000)]
    public void A_retry_delay_doubles_with_each_retry_and_half_of_it_is_jitter(int attempt, double chance, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Backoff.Next(Options, attempt, () => chance));

    [Theory]
    [InlineData(5)]
    [InlineData(1_000_000)]
    public void A_retry_delay_is_never_longer_than_MaxDelay(int attempt)
    {
        Assert.Equal(TimeSpan.FromSeconds(5), Backoff.Next(Options, attempt, static () => 0));
        Assert.Equal(TimeSpan.FromSeconds(10), Backoff.Next(Options, attempt, static () => 1));
    }
}
