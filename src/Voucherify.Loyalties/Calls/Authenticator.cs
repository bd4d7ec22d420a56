namespace Voucherify.Loyalties.Calls;

/// <summary>Puts the proof of identity on a request. One belongs to a client, so that its calls share one token.</summary>
internal abstract class Authenticator
{
    /// <summary>Whether a refused proof can be replaced by a fresh one.</summary>
    public virtual bool CanRenew => false;

    /// <summary>Adds the headers.</summary>
    /// <param name="request">The request, about to be sent.</param>
    /// <param name="refusedToken">The token that the service has just refused, or null.</param>
    /// <param name="cancellationToken">Ends the wait for a token, not the token request that others share.</param>
    /// <returns>The token that was used, or null where there is none.</returns>
    public abstract ValueTask<string?> AuthenticateAsync(HttpRequestMessage request, string? refusedToken, CancellationToken cancellationToken);
}
