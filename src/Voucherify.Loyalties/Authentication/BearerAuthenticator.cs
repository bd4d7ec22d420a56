using System.Net.Http.Headers;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties.Authentication;

/// <summary>Sends an access token from any provider.</summary>
/// <param name="getToken">Gets the token; its argument is the one that the service has just refused, or null.</param>
/// <param name="time">The clock of the backoff.</param>
internal sealed class BearerAuthenticator(Func<string?, CancellationToken, ValueTask<string>> getToken, TimeProvider time) : Authenticator
{
    private readonly RenewalBackoff _backoff = new(time);

    public override IReadOnlyList<string> Secrets => Key?.Secrets ?? [];

    /// <summary>The key that requests the tokens, if this client has it.</summary>
    public ApiKeyCredentials? Key { private get; init; }

    public override bool MayRenew(string? refusedToken) => refusedToken is not null && _backoff.MayRenew(refusedToken);

    public override void Accepted(string? token)
    {
        if (token is not null)
        {
            _backoff.Accepted(token);
        }
    }

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
