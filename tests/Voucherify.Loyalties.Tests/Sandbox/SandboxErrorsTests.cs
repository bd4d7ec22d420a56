using System.Text.Json.Nodes;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Sandbox;

public sealed class SandboxErrorsTests
{
    [Fact]
    public void An_error_has_everything_by_which_the_service_is_recognized()
    {
        var body = JsonNode.Parse(SandboxErrors.Create(400, LoyaltyErrorKeys.LoyaltyCardPointsExceeded))!;

        Assert.Equal(400, (int)body["code"]!);
        Assert.Equal("loyalty_card_points_exceeded", (string?)body["key"]);
        Assert.Equal("loyalty_card_points_exceeded", (string?)body["message"]);
        Assert.Matches("^v-[0-9a-f]+$", (string?)body["request_id"]);
        Assert.All(SandboxErrors.Headers, static header => Assert.StartsWith("X-Rate-Limit-", header.Key, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(200, "key")]
    [InlineData(600, "key")]
    [InlineData(400, " ")]
    public void Invalid_errors_are_refused(int status, string key) =>
        Assert.ThrowsAny<ArgumentException>(() => SandboxErrors.Create(status, key));

    [Fact]
    public async Task The_client_takes_a_written_response_for_a_rejection()
    {
        using var handler = new Rejecting();
        using var client = new TestClientBuilder().WithHandler(handler).Build();

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => client.V1.Members.AdjustBalanceAsync("ANNA", new AdjustBalanceRequest { Points = -100 }));

        Assert.Equal((LoyaltyErrorKeys.LoyaltyCardPointsExceeded, "No points."), (error.Key, error.Error.Message));
        Assert.Equal(1, handler.Requests);
    }

    private sealed class Rejecting : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return SandboxErrors.CreateResponse(400, LoyaltyErrorKeys.LoyaltyCardPointsExceeded, "No points.");
        }
    }
}
