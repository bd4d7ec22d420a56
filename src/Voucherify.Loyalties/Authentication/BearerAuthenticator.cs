using System.Net.Http.Headers;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Authentication;

/// <summary>Sends an access token from any provider.</summary>
/// <param name="getToken">Gets the token; its argument is the one that the service has just refused, or null.</param>
internal sealed class BearerAuthenticator(Func<string?, CancellationToken, ValueTask<string>> getToken) : Authenticator
{
    public override bool CanRenew => true;

    public override async ValueTask<string?> AuthenticateAsync(
        HttpRequestMessage request,
        string? refusedToken,
        CancellationToken cancellationToken)
    {
        var token = await getToken(refusedToken, cancellationToken).ConfigureAwait(false);
        if (!IsSendable(token))
        {
            throw new LoyaltyException("The access token is empty or not a valid header value: nothing was sent.");
        }

        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return token;
    }

    private static bool IsSendable(string? token) => !string.IsNullOrWhiteSpace(token) && token.All(static c => c is > ' ' and < (char)127);
}
