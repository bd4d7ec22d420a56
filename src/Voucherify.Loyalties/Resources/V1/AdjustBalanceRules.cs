using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>
/// Checks an adjustment before it is sent. Only the service can tell whether a date has passed, because it knows the project's time zone.
/// </summary>
internal static class AdjustBalanceRules
{
    /// <summary>The largest number that the service's JSON reader keeps unchanged: 2^53 - 1.</summary>
    public const long MostPoints = 9_007_199_254_740_991;

    /// <summary>Rejects what the service would refuse or misunderstand.</summary>
    /// <exception cref="ArgumentException">The request is not valid.</exception>
    public static void Check(AdjustBalanceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((OfPoints(request.Points) ?? OfExpiration(request) ?? SourceIdRules.Complaint(request.SourceId)) is { } complaint)
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

    /// <summary>Returns what is wrong with a number of points, or null.</summary>
    public static string? OfPoints(long points) => points switch
    {
        0 => "Points is 0: an adjustment adds points (above zero) or removes points (below zero).",
        > MostPoints or < -MostPoints => $"Points must be from -{MostPoints} to {MostPoints}, not {points}.",
        _ => null,
    };

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
