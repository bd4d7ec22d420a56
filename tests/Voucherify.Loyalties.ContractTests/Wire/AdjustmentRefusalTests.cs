using System.Net;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Wire;

/// <summary>What becomes of an adjustment that the service refuses, or that something else responds to.</summary>
public sealed class AdjustmentRefusalTests : StubbedTests
{
    [Theory]
    [InlineData(ApiVersion.V1)]
    [InlineData(ApiVersion.V2)]
    public async Task An_adjustment_that_met_the_rate_limit_sends_the_same_bytes_again(ApiVersion version)
    {
        var adjustment = Adjustment.Of(version);
        Expect(TooMany(adjustment, "0"), Exchange.Post(adjustment.Path, adjustment.Response));

        Assert.False(await adjustment.MakeAsync(Connect(), Stop));

        var requests = await Server.RequestsAsync(2);
        Assert.Contains(Adjustment.SourceId, requests[0].Body, StringComparison.Ordinal);
        Assert.Equal(requests[0].Body, requests[1].Body);
    }

    [Theory]
    [InlineData(ApiVersion.V1)]
    [InlineData(ApiVersion.V2)]
    public async Task A_rate_limit_that_lasts_too_long_ends_an_adjustment_at_once(ApiVersion version)
    {
        var adjustment = Adjustment.Of(version);
        Expect(TooMany(adjustment, "60"));

        var error = await Assert.ThrowsAsync<LoyaltyRateLimitException>(
            () => adjustment.MakeAsync(Connect(static options => options.Retry.MaxServerDelay = TimeSpan.FromSeconds(59)), Stop));

        Assert.Equal((TimeSpan.FromSeconds(60), false), (error.RetryAfter, error.MayHaveBeenApplied));
    }

    [Theory]
    [InlineData(ApiVersion.V1, 400)]
    [InlineData(ApiVersion.V1, 404)]
    [InlineData(ApiVersion.V1, 409)]
    [InlineData(ApiVersion.V2, 400)]
    [InlineData(ApiVersion.V2, 404)]
    [InlineData(ApiVersion.V2, 409)]
    public async Task A_refusal_of_the_service_itself_ends_an_adjustment(ApiVersion version, int status)
    {
        var adjustment = Adjustment.Of(version);
        Expect(Exchange.Post(
            adjustment.Path, $$"""{"code":{{status}},"message":"no","request_id":"v-0c118c6f7c0e6751ab"}""", status));

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => adjustment.MakeAsync(Connect(), Stop));

        Assert.Equal(((HttpStatusCode)status, false), (error.StatusCode, error.MayHaveBeenApplied));
    }

    [Theory]
    [InlineData(ApiVersion.V1, 403)]
    [InlineData(ApiVersion.V1, 404)]
    [InlineData(ApiVersion.V1, 413)]
    [InlineData(ApiVersion.V2, 403)]
    [InlineData(ApiVersion.V2, 404)]
    [InlineData(ApiVersion.V2, 413)]
    public async Task A_refusal_by_something_else_leaves_the_outcome_of_an_adjustment_unknown(ApiVersion version, int status)
    {
        var adjustment = Adjustment.Of(version);
        Expect(Exchange.Post(adjustment.Path, "<html>Blocked</html>", status));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => adjustment.MakeAsync(Connect(), Stop));

        Assert.Equal((Adjustment.SourceId, 1), (error.SourceId, error.Attempts));
        Assert.Equal((HttpStatusCode)status, Assert.IsType<LoyaltyResponseException>(error.InnerException).StatusCode);
    }

    private static Exchange TooMany(Adjustment adjustment, string seconds) =>
        Exchange.Post(adjustment.Path, Responses.TooManyRequests, 429) with
        {
            Headers = new Dictionary<string, string> { ["Retry-After"] = seconds, ["X-Rate-Limit-Type"] = "api_calls" },
        };
}
