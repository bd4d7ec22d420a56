using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>
/// Checks an adjustment before it is sent. Only the service can tell whether a date has passed, because it knows the project's time zone.
/// </summary>
internal static class AdjustBalanceRules
{
    /// <summary>Rejects what the service would refuse or misunderstand.</summary>
    /// <exception cref="ArgumentException">The request is not valid.</exception>
    public static void Check(AdjustBalanceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((PointsRules.Complaint(request.Points) ?? OfExpiration(request) ?? SourceIdRules.Complaint(request.SourceId)) is { } complaint)
        {
            throw new ArgumentException(complaint, nameof(request));
        }
    }

    /// <summary>Rejects a request without an id.</summary>
    /// <exception cref="ArgumentException">The request has no id.</exception>
    public static void RequireSourceId(AdjustBalanceRequest request, string complaint)
    {
        if (request.SourceId is null)
        {
            throw new ArgumentException(complaint, nameof(request));
        }
    }

    private static string? OfExpiration(AdjustBalanceRequest request)
    {
        var isCustom = request.ExpirationType == PointsExpirationType.CustomDate;
        return (isCustom, request.ExpirationDate) switch
        {
            (true, null) => "ExpirationType is CUSTOM_DATE, but ExpirationDate is missing.",
            (false, not null) => "ExpirationDate is set, but ExpirationType is not CUSTOM_DATE: the points would expire on another day.",
            _ => null,
        };
    }
}
