using System.Diagnostics;
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

    // Not public: serialisers and loggers that walk the properties of an object's own type would find them.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string AppId { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string AppToken { get; }

    internal override bool IsSameAs(LoyaltyCredentials other) => other is ApiKeyCredentials key && key.AppId == AppId && key.AppToken == AppToken;

    public override string ToString() => "API key (X-App-Id, X-App-Token)";
}
