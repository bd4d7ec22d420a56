using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Http;

/// <summary>What a program can count and know before a request leaves.</summary>
public sealed class BeforeAttemptTests
{
    [Fact]
    public async Task Every_request_is_counted_with_retries_and_lookups()
    {
        var attempts = new List<LoyaltyAttempt>();
        using var rig = new SandboxRig(configure: options => options.BeforeAttempt = (attempt, _) =>
        {
            attempts.Add(attempt);
            return default;
        });

        await rig.Run(rig.AdjustAsync("order-1", faults: [SandboxFault.Throttle, SandboxFault.LoseResponse]));

        Assert.Equal(
            [new("AdjustBalance", 1), new("AdjustBalance", 2), new("ListMemberTransactions", 1)], attempts);
        Assert.Equal(rig.Posts + rig.Lookups, attempts.Count);
    }

    [Fact]
    public async Task What_it_throws_ends_the_call_and_nothing_is_sent()
    {
        using var rig = new SandboxRig(configure: static options => options.BeforeAttempt =
            static (_, _) => throw new InvalidOperationException("The budget is used up."));

        await Assert.ThrowsAsync<InvalidOperationException>(() => rig.Run(rig.AdjustAsync("order-1")));

        Assert.Equal(0, rig.Posts);
    }

    [Fact]
    public async Task The_rate_limit_can_be_read_once_a_response_has_told_it()
    {
        using var rig = new SandboxRig();
        Assert.Null(rig.Client.RateLimit);

        await rig.Run(rig.AdjustAsync("order-1"));

        Assert.Equal(new RateLimitStatus(1_000_000, 999_999, TimeSpan.FromMinutes(1)), rig.Client.RateLimit);
        rig.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Null(rig.Client.RateLimit);
    }
}
