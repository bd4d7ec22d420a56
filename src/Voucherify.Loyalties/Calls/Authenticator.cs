namespace Voucherify.Loyalties.Calls;

/// <summary>Adds the credentials to a request. Each belongs to one client, so that its calls share one token.</summary>
internal abstract class Authenticator
{
    /// <summary>What it may send and no text may show. The token of a request is known by the request itself.</summary>
    public virtual IReadOnlyList<string> Secrets => [];

    /// <summary>Whether refused credentials can be renewed now.</summary>
    /// <param name="refusedToken">The token that the service has just refused.</param>
    public virtual bool MayRenew(string? refusedToken) => false;

    /// <summary>Learns that the service has accepted the credentials of a request.</summary>
    /// <param name="token">The token of the request.</param>
    public virtual void Accepted(string? token)
    {
    }

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
