using System.Net;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Tolerance;

/// <summary>An odd value in an error does not hide what the service refused.</summary>
public sealed class OddErrorTests
{
    [Theory]
    [InlineData("""{"code":400,"key":"loyalty_card_points_exceeded","message":"Too few \ud83d","request_id":"v-12ab"}""")]
    [InlineData("""{"code":400.0,"key":"loyalty_card_points_exceeded","message":"Too few \ufffd","request_id":"v-12ab"}""")]
    [InlineData("""{"code":"400","key":"loyalty_card_points_exceeded","message":"Too few \ufffd","request_id":"v-12ab","x\ud83d":1}""")]
    public async Task An_error_with_half_a_surrogate_pair_is_a_refusal(string body)
    {
        using var test = new ScriptedClient(Steps.Respond(HttpStatusCode.BadRequest, body));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => test.AdjustAsync());

        Assert.Equal((LoyaltyErrorKeys.LoyaltyCardPointsExceeded, "v-12ab"), (error.Key, error.RequestId));
        Assert.Equal((400, "Too few \ufffd"), (error.Error.Code, error.Error.Message));
    }

    [Theory]
    [InlineData("""{"points":100,"balance":600,"code\ud83d":1,"code":"CARD"}""")]
    [InlineData("""{"points":100,"balance":600,"key":"\ud83d"}""")]
    [InlineData("""{"points":100,"balance":600,"object":"\ud83d"}""")]
    [InlineData("""{"points":1e2,"balance":600.0,"related_object":[]}""")]
    [InlineData("""{"points":"100","balance":"6e2","related_object":7,"total":0.5}""")]
    public async Task An_odd_value_does_not_make_the_success_of_a_write_unknown(string body)
    {
        using var test = new ScriptedClient(Steps.Ok(body));

        var result = await test.AdjustAsync();

        Assert.Equal((100, 600), (result.Points, result.Balance));
        Assert.Equal(1, test.Attempts);
    }

    [Theory]
    [InlineData("""{"code":400.0,"balance":1}""")]
    [InlineData("""{"code":4e2,"balance":1}""")]
    [InlineData("""{"key":"invalid_payload","balance":1}""")]
    public async Task An_error_is_no_success_in_whatever_notation(string body)
    {
        using var test = new ScriptedClient(
            static client => client.Configure(static options => options.Reconciliation.OutcomeTimeout = TimeSpan.FromSeconds(1)),
            Steps.ByMethod([Steps.Ok(body)], [Steps.Respond(HttpStatusCode.ServiceUnavailable)]));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.AdjustAsync());

        Assert.True(error.MayHaveBeenApplied);
    }
}
