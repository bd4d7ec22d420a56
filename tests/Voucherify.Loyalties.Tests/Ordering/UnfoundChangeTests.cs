using System.Net;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Ordering;

/// <summary>How long a card stays closed after a change that nobody can look for.</summary>
public sealed class UnfoundChangeTests
{
    [Fact]
    public async Task After_an_error_of_the_services_own_until_the_short_window_has_passed() =>
        Assert.Equal(
            ReconciliationDefaults.ServiceErrorWindow,
            await WaitAfter<LoyaltyOutcomeUnknownException>(
                Steps.Respond(HttpStatusCode.InternalServerError, """{"code":500,"key":"internal_error"}""")));

    [Fact]
    public async Task After_no_answer_until_the_long_window_has_passed() =>
        Assert.Equal(ReconciliationDefaults.NoAnswerWindow, await WaitAfter<LoyaltyOutcomeUnknownException>(Steps.LoseConnection()));

    [Fact]
    public async Task After_a_refusal_not_at_all() =>
        Assert.Equal(
            TimeSpan.Zero,
            await WaitAfter<LoyaltyApiException>(Steps.Respond(HttpStatusCode.BadRequest, """{"code":400,"key":"missing_reward"}""")));

    private static async Task<TimeSpan> WaitAfter<TError>(Step redemption)
        where TError : Exception
    {
        using var test = new ScriptedClient(
            static client => client.Configure(static options => options.Ordering.MaxQueueWait = TimeSpan.FromMinutes(10)),
            redemption,
            Steps.Ok(Steps.BalanceJson));
        await Assert.ThrowsAsync<TError>(() => test.Client.V1.Redemptions.RedeemRewardAsync(
            "CARD", new RedeemRewardRequest { Reward = new RewardChoice { Id = "rew_1" } }));
        var started = test.Clock.GetUtcNow();

        await test.AdjustAsync();

        return test.Clock.GetUtcNow() - started;
    }
}
