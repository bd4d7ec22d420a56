namespace Voucherify.Loyalties.ClientOptions;

/// <summary>Access tokens from the user's own provider.</summary>
internal sealed class AccessTokenCredentials : LoyaltyCredentials
{
    public AccessTokenCredentials(Func<AccessTokenContext, CancellationToken, ValueTask<string>> provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        Provider = provider;
    }

    internal Func<AccessTokenContext, CancellationToken, ValueTask<string>> Provider { get; }

    public override string ToString() => "access token (from a provider)";
}
