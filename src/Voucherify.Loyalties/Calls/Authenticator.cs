namespace Voucherify.Loyalties.Calls;

/// <summary>Adds the credentials to a request. Each belongs to one client, so that its calls share one token.</summary>
internal abstract class Authenticator
{
    /// <summary>Whether refused credentials can be renewed.</summary>
    public virtual bool CanRenew => false;

    /// <summary>Adds the headers.</summary>
    /// <param name="request">The request, about to be sent.</param>
    /// <param name="refusedToken">The token that the service has just refused, or null.</param>
    /// <param name="cancellationToken">Ends the wait for a token, but not the token request, which other calls share.</param>
    /// <returns>The token that was used, or null if there is none.</returns>
    public abstract ValueTask<string?> AuthenticateAsync(
        HttpRequestMessage request,
        string? refusedToken,
        CancellationToken cancellationToken);
}
