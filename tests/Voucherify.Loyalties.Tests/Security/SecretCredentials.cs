using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>Credentials of each kind, with secrets that can be searched for.</summary>
internal static class SecretCredentials
{
    public const string TokenJson = $$"""{"access_token":"{{Canary.Bearer}}","expires_in":900,"token_type":"Bearer"}""";

    public static IReadOnlyDictionary<string, Func<LoyaltyCredentials>> All { get; } = new Dictionary<string, Func<LoyaltyCredentials>>
    {
        ["key"] = static () => LoyaltyCredentials.ApiKey(Canary.AppId, Canary.AppToken),
        ["OAuth"] = static () => LoyaltyCredentials.OAuth(Canary.AppId, Canary.AppToken, OAuthScope.Api),
        ["provider"] = static () => LoyaltyCredentials.AccessToken(static (_, _) => new(Canary.Bearer)),
    };

    /// <summary>Responds to token requests with a token, and to the others with the step.</summary>
    public static Step WithToken(this Step step) => (request, cancellationToken) =>
        (request.RequestUri!.AbsolutePath == "/v1/oauth/token" ? Steps.Ok(TokenJson) : step)(request, cancellationToken);
}
