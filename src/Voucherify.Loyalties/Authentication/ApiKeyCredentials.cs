using Voucherify.Loyalties.Internal;

namespace Voucherify.Loyalties.Authentication;

/// <summary>An application key.</summary>
internal sealed class ApiKeyCredentials : LoyaltyCredentials
{
    public ApiKeyCredentials(string appId, string appToken)
    {
        Guard.HeaderValue(appId);
        Guard.HeaderValue(appToken);
        AppId = appId;
        AppToken = appToken;
    }

    public string AppId { get; }

    public string AppToken { get; }

    internal override bool IsSameAs(LoyaltyCredentials other) => other is ApiKeyCredentials key && key.AppId == AppId && key.AppToken == AppToken;

    public override string ToString() => "API key (X-App-Id, X-App-Token)";
}
