using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;
using WireMock.RequestBuilders;
using WireMock.ResponseBuilders;
using WireMock.Server;

namespace Voucherify.Loyalties.ContractTests.Docs;

/// <summary>The code of docs/testing.md that needs WireMock. The tests of the unit test project compare it with the page.</summary>
public sealed class TestingPage
{
    [Fact]
    public async Task A_stub_gives_an_exact_answer()
    {
        #region snippet
        using var server = WireMockServer.Start();
        server
            .Given(Request.Create().WithPath("/v1/loyalties/members/ANNA/balance").UsingPost())
            .RespondWith(Response.Create()
                .WithStatusCode(400)
                .WithHeaders(new Dictionary<string, string>(SandboxErrors.Headers))
                .WithBody(SandboxErrors.Create(400, LoyaltyErrorKeys.LoyaltyCardPointsExceeded)));
        using var client = new LoyaltyClient(new LoyaltyClientOptions
        {
            Cluster = VoucherifyCluster.Dedicated(new Uri(server.Urls[0])),
            Credentials = LoyaltyCredentials.ApiKey("app-id", "app-token"),
        });
        #endregion

        var refused = await Assert.ThrowsAsync<LoyaltyApiException>(
            () => client.V1.Members.AdjustBalanceAsync("ANNA", new AdjustBalanceRequest { Points = -100 }));
        Assert.Equal(LoyaltyErrorKeys.LoyaltyCardPointsExceeded, refused.Key);
    }
}
