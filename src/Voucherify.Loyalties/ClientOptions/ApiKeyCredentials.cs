using System.Diagnostics;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.ClientOptions;

/// <summary>An application key.</summary>
internal sealed class ApiKeyCredentials : LoyaltyCredentials
{
    public ApiKeyCredentials(string appId, string appToken)
    {
        Validate.HeaderValue(appId);
        Validate.HeaderValue(appToken);
        AppId = appId;
        AppToken = appToken;
    }

    // Not public: serializers and loggers that enumerate the properties of an object's runtime type would find them.
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string AppId { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string AppToken { get; }

    /// <summary>What no text may show.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal IReadOnlyList<string> Secrets => [AppId, AppToken];

    internal override bool IsSameAs(LoyaltyCredentials other) =>
        other is ApiKeyCredentials key && key.AppId == AppId && key.AppToken == AppToken;

    public override string ToString() => "API key (X-App-Id, X-App-Token)";
}
