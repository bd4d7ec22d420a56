using System.Net;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Tells what the failure of a lookup means for the next one.</summary>
internal static class LookupFailure
{
    /// <summary>Whether another lookup would fail too, for example because the key lacks permission, or the client is disposed.</summary>
    public static bool IsFinal(Exception error) => error switch
    {
        LoyaltyRateLimitException => false,
        LoyaltyApiException refusal => IsRefusal(refusal.StatusCode),
        _ => error is ObjectDisposedException,
    };

    private static bool IsRefusal(HttpStatusCode status) =>
        status < HttpStatusCode.InternalServerError && status != HttpStatusCode.RequestTimeout;
}
