using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties.Authentication;

/// <summary>Sends the key itself.</summary>
internal sealed class ApiKeyAuthenticator(ApiKeyCredentials key) : Authenticator
{
    public override IReadOnlyList<string> Secrets => key.Secrets;

    public override ValueTask<string?> AuthenticateAsync(
        HttpRequestMessage request,
        string? refusedToken,
        CancellationToken cancellationToken)
    {
        // The values were checked when the credentials were created.
        request.Headers.TryAddWithoutValidation(HeaderNames.AppId, key.AppId);
        request.Headers.TryAddWithoutValidation(HeaderNames.AppToken, key.AppToken);
        return new ValueTask<string?>(default(string));
    }
}
