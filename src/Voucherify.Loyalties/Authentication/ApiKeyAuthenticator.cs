namespace Voucherify.Loyalties.Authentication;

/// <summary>Sends the key itself.</summary>
internal sealed class ApiKeyAuthenticator(ApiKeyCredentials key) : Authenticator
{
    public const string AppIdHeader = "X-App-Id";

    public const string AppTokenHeader = "X-App-Token";

    public override ValueTask<string?> AuthenticateAsync(HttpRequestMessage request, string? refusedToken, CancellationToken cancellationToken)
    {
        // The values were checked when the credentials were made.
        request.Headers.TryAddWithoutValidation(AppIdHeader, key.AppId);
        request.Headers.TryAddWithoutValidation(AppTokenHeader, key.AppToken);
        return new ValueTask<string?>(default(string));
    }
}
