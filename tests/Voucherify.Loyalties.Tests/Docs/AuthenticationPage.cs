using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>The code of docs/authentication.md.</summary>
public sealed class AuthenticationPage
{
    [Fact]
    public async Task A_key_buys_tokens()
    {
        var sandbox = LoyaltySandbox.Create();
        sandbox.V1.AddCard("ANNA");
        var options = sandbox.CreateClientOptions();
        var (appId, appToken) = (LoyaltySandboxOptions.DefaultAppId, LoyaltySandboxOptions.DefaultAppToken);

        #region snippet
        options.Credentials = LoyaltyCredentials.OAuth(appId, appToken, OAuthScope.Loyalties, OAuthScope.Exports);
        #endregion

        using var client = new LoyaltyClient(options, sandbox.CreateHandler());
        await client.V1.Members.GetMemberAsync("ANNA");
        await client.V1.Members.GetMemberAsync("ANNA");
        Assert.Equal(1, sandbox.Requests["POST /v1/oauth/token"]);
    }

    [Fact]
    public async Task Tokens_come_from_elsewhere()
    {
        var sandbox = LoyaltySandbox.Create();
        sandbox.V1.AddCard("ANNA");
        var options = sandbox.CreateClientOptions();
        using var buyer = new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler());
        var tokens = new Tokens(buyer);

        #region snippet
        options.Credentials = LoyaltyCredentials.AccessToken(async (context, cancellationToken) =>
            await tokens.GetAsync(refresh: context.ForceRenewal, cancellationToken));
        #endregion

        using var client = new LoyaltyClient(options, sandbox.CreateHandler());
        await client.V1.Members.GetMemberAsync("ANNA");
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => client.OAuth.RevokeTokenAsync(new RevokeTokenRequest { AccessToken = "any" }));
    }

    [Fact]
    public async Task A_key_that_may_not_list_transactions_makes_a_lost_answer_unknown()
    {
        var faults = new SandboxFaults();
        var sandbox = LoyaltySandbox.Create(new LoyaltySandboxOptions { Faults = faults });
        sandbox.V1.AddCard("ANNA");
        using var client = new LoyaltyClient(sandbox.CreateClientOptions(), sandbox.CreateHandler());
        faults.Next(SandboxFault.LoseResponse);
        faults.Next(SandboxFault.Unauthorized);

        var unknown = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(
            () => client.V1.Members.AdjustBalanceAsync("ANNA", new AdjustBalanceRequest { Points = 100 }));

        Assert.Equal(LoyaltyErrorKeys.Unauthorized, Assert.IsType<LoyaltyApiException>(unknown.InnerException).Key);
    }

    private sealed class Tokens(LoyaltyClient buyer)
    {
        private string? _token;

        public async Task<string> GetAsync(bool refresh, CancellationToken cancellationToken)
        {
            if (_token is null || refresh)
            {
                var token = await buyer.OAuth.CreateTokenAsync(
                    new CreateTokenRequest { Scope = [OAuthScope.Loyalties] }, cancellationToken: cancellationToken);
                _token = token.AccessToken;
            }

            return _token!;
        }
    }
}
