namespace Voucherify.Loyalties.Calls;

/// <summary>The headers that the client sets itself, and the one that it never sends.</summary>
internal static class HeaderNames
{
    public const string AppId = "X-App-Id";

    public const string AppToken = "X-App-Token";

    public const string Authorization = "Authorization";

    public const string ApiVersion = "X-Voucherify-API-Version";

    public const string UserAgent = "User-Agent";

    public const string Expect = "Expect";
}
