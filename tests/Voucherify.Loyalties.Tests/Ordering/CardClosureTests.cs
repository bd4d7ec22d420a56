using System.Net;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Ordering;

/// <summary>How long a card stays closed after an operation with an unknown outcome that cannot be looked up.</summary>
public sealed class CardClosureTests
{
    [Fact]
    public async Task A_card_stays_closed_for_the_short_window_after_a_service_error() =>
        Assert.Equal(
            ReconciliationDefaults.ServiceErrorWindow,
            await WaitAfter<LoyaltyOutcomeUnknownException>(
                Steps.Respond(HttpStatusCode.InternalServerError, """{"code":500,"request_id":"v-0c118c6f7c0e6751ab"}""")));

    [Fact]
    public async Task A_card_stays_closed_for_the_long_window_after_no_response() =>
        Assert.Equal(ReconciliationDefaults.NoAnswerWindow, await WaitAfter<LoyaltyOutcomeUnknownException>(Steps.LoseConnection()));

    [Fact]
    public async Task A_card_does_not_stay_closed_after_a_rejection() =>
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

    [Fact]
    public async Task A_redemption_that_was_answered_delays_the_next_call_until_its_effect_is_there()
    {
        using var test = new ScriptedClient(
            static client => client.Configure(static options => options.Ordering.SettleDelay = TimeSpan.FromSeconds(3)),
            Steps.Ok("""{"id":"r_1","result":"SUCCESS"}"""),
            Steps.Ok(Steps.BalanceJson));
        await test.RedeemAsync();
        var started = test.Clock.GetUtcNow();

        await test.AdjustAsync();

        Assert.Equal(TimeSpan.FromSeconds(3), test.Clock.GetUtcNow() - started);
    }
}
