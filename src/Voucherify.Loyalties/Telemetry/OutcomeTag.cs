using System.Net;

namespace Voucherify.Loyalties.Telemetry;

/// <summary>The values of the outcome tag.</summary>
internal static class OutcomeTag
{
    public const string Succeeded = "succeeded";

    /// <summary>The response was lost, and the effect was found in the transactions.</summary>
    public const string Recovered = "recovered";

    public const string Rejected = "rejected";

    public const string Cancelled = "cancelled";

    public const string Conflict = "conflict";

    public const string Unknown = "unknown";

    /// <summary>The call failed without an effect that matters: in the service, in transit, or in this process.</summary>
    public const string Failed = "failed";

    public static string Of(Exception failure) => failure switch
    {
        LoyaltyOutcomeUnknownException or LoyaltyOperationCanceledException => Unknown,
        OperationCanceledException => Cancelled,
        LoyaltySourceIdConflictException => Conflict,
        LoyaltyApiException { StatusCode: < HttpStatusCode.InternalServerError } or LoyaltyTransactionRejectedException => Rejected,
        _ => Failed,
    };
}
