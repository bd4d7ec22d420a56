using System.Net;

namespace Voucherify.Loyalties.Telemetry;

/// <summary>The values of the tag for outcomes.</summary>
internal static class OutcomeNames
{
    public const string Succeeded = "succeeded";

    /// <summary>The answer was lost, and the change was found in the transactions.</summary>
    public const string Recovered = "recovered";

    public const string Rejected = "rejected";

    public const string Cancelled = "cancelled";

    public const string Conflict = "conflict";

    public const string Unknown = "unknown";

    /// <summary>It ended without an effect that matters: the service failed, or something on this side or on the way.</summary>
    public const string Failed = "failed";

    public static string Of(Exception failure) => failure switch
    {
        LoyaltyOutcomeUnknownException or LoyaltyOperationCanceledException => Unknown,
        OperationCanceledException => Cancelled,
        LoyaltySourceIdConflictException => Conflict,
        LoyaltyApiException { StatusCode: < HttpStatusCode.InternalServerError } => Rejected,
        _ => Failed,
    };
}
