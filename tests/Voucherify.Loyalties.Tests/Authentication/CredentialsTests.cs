using Voucherify.Loyalties.Authentication;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Authentication;

public sealed class CredentialsTests
{
    [Fact]
    public void ToString_of_credentials_names_their_kind_and_no_secret()
    {
        Assert.Equal("API key (X-App-Id, X-App-Token)", LoyaltyCredentials.ApiKey("app-id", "s3cret").ToString());
        Assert.Equal(
            "OAuth (scopes: loyalties api)", LoyaltyCredentials.OAuth("app-id", "s3cret", OAuthScope.Loyalties, OAuthScope.Api).ToString());
        Assert.Equal("access token (from a provider)", LoyaltyCredentials.AccessToken(static (_, _) => new("s3cret")).ToString());
    }

    [Fact]
    public void OAuth_credentials_without_scopes_request_the_loyalties_scope()
    {
        Assert.Equal("OAuth (scopes: loyalties)", LoyaltyCredentials.OAuth("app-id", "app-token").ToString());
        Assert.Equal("OAuth (scopes: loyalties)", LoyaltyCredentials.OAuth("app-id", "app-token", null!).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("loyalties api")]
    public void An_invalid_OAuth_scope_is_refused(string scope)
    {
        var error = Assert.Throws<ArgumentException>(
            () => LoyaltyCredentials.OAuth("app-id", "app-token", OAuthScope.Loyalties, new OAuthScope(scope)));

        Assert.StartsWith("A scope is empty or contains a space: pass each scope separately.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_default_OAuth_scope_is_refused() =>
        Assert.Throws<ArgumentException>(() => LoyaltyCredentials.OAuth("app-id", "app-token", default(OAuthScope)));

    [Fact]
    public void A_null_token_provider_is_refused() =>
        Assert.Throws<ArgumentNullException>("provider", () => LoyaltyCredentials.AccessToken(null!));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a b")]
    [InlineData("a\r\nb")]
    [InlineData("a\u007f")]
    [InlineData("tök")]
    public async Task A_provided_token_that_cannot_be_a_header_fails_the_call(string token)
    {
        using var test = new ScriptedClient(
            client => client.WithCredentials(LoyaltyCredentials.AccessToken((_, _) => new ValueTask<string>(token))),
            Steps.Ok(Steps.MemberJson));

        var error = await Assert.ThrowsAsync<LoyaltyException>(() => test.GetAsync());

        Assert.Equal("The access token is empty or not a valid header value: nothing was sent.", error.Message);
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task Token_operations_need_an_API_key()
    {
        using var test = new ScriptedClient(
            static client => client.WithCredentials(LoyaltyCredentials.AccessToken((_, _) => new ValueTask<string>("t"))), Steps.Ok("{}"));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => test.RevokeAsync());

        Assert.Equal("RevokeToken needs an application key: use LoyaltyCredentials.ApiKey or LoyaltyCredentials.OAuth.", error.Message);
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public void Credentials_are_equal_only_to_the_same_key_or_provider()
    {
        var key = LoyaltyCredentials.ApiKey("id", "token");
        var oauth = LoyaltyCredentials.OAuth("id", "token", OAuthScope.Loyalties);

        Assert.True(key.IsSameAs(LoyaltyCredentials.ApiKey("id", "token")));
        Assert.False(key.IsSameAs(LoyaltyCredentials.ApiKey("other", "token")));
        Assert.False(key.IsSameAs(LoyaltyCredentials.ApiKey("id", "other")));
        Assert.False(key.IsSameAs(oauth));
        Assert.True(oauth.IsSameAs(LoyaltyCredentials.OAuth("id", "token", OAuthScope.Loyalties)));
        Assert.False(oauth.IsSameAs(LoyaltyCredentials.OAuth("id", "other", OAuthScope.Loyalties)));
        Assert.False(oauth.IsSameAs(LoyaltyCredentials.OAuth("id", "token", OAuthScope.Loyalties, OAuthScope.Api)));
        Assert.False(oauth.IsSameAs(key));
    }

    [Fact]
    public void Credentials_of_an_unknown_kind_are_refused()
    {
        var error = Assert.Throws<NotSupportedException>(() => new AuthenticatorSelector(
            new UnknownCredentials(), static _ => throw new InvalidOperationException("There are no tokens."), TimeProvider.System));

        Assert.Equal("Credentials of type UnknownCredentials are not supported.", error.Message);
    }

    private sealed class UnknownCredentials : LoyaltyCredentials
    {
        public override string ToString() => "unknown";
    }
}
