using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Checks an adjustment before it is sent.</summary>
internal static class AdjustCardPointsRules
{
    /// <summary>The longest reason. With a space and the longest marker, it stays within the 255 characters of the service.</summary>
    public const int LongestReason = 180;

    /// <summary>Rejects what the service would refuse or misunderstand.</summary>
    /// <exception cref="ArgumentException">The request is not valid.</exception>
    public static void Check(AdjustCardPointsRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if ((PointsRules.Complaint(request.Points) ?? OfReason(request.Reason) ?? OfSourceId(request.SourceId)) is { } complaint)
        {
            throw new ArgumentException(complaint, nameof(request));
        }
    }

    /// <summary>Rejects a resume that makes no sense.</summary>
    /// <exception cref="ArgumentException">The adjustment or the id of its transaction is not valid.</exception>
    public static void Check(PendingAdjustment pending, ResumeOptions? resume)
    {
        ArgumentNullException.ThrowIfNull(pending);
        Check(pending.ToRequest());
        RequestCheck.Id<CardTransactionId>(resume?.TransactionId, nameof(resume), nameof(resume.TransactionId));
    }

    /// <summary>Rejects what cannot be recognized later.</summary>
    /// <exception cref="ArgumentException">The request has no id.</exception>
    /// <exception cref="InvalidOperationException">The client adds no markers.</exception>
    public static void RequireMarker(AdjustCardPointsRequest request, ReconciliationOptions options)
    {
        if (request.SourceId is null)
        {
            throw new ArgumentException("SourceId is missing: an adjustment is recognized by it.", nameof(request));
        }

        if (options.Marker == MarkerPlacement.None)
        {
            throw new InvalidOperationException(
                "Without a marker (Reconciliation.Marker) an adjustment is not recognized, so no call can credit once.");
        }
    }

    private static string? OfReason(string? reason) => reason switch
    {
        null => null,
        { Length: > LongestReason } =>
            $"Reason has {reason.Length} characters, but at most {LongestReason} are allowed: the marker needs the rest.",
        _ when reason.Any(char.IsControl) => "Reason has a control character, such as a line break.",
        _ when Validate.HasLoneSurrogate(reason) => "Reason has half of a surrogate pair: it cannot be sent as it is.",
        _ when reason.Contains(ReasonMarker.Start, StringComparison.Ordinal) =>
            $"Reason has '{ReasonMarker.Start}', with which the marker of the client begins: another marker could hide this adjustment.",
        _ => null,
    };

    private static string? OfSourceId(string? sourceId) => sourceId switch
    {
        null => null,
        _ when string.IsNullOrWhiteSpace(sourceId) => EmptySourceId.Complaint,
        _ when Validate.HasLoneSurrogate(sourceId) => "SourceId has half of a surrogate pair: it cannot be hashed for the marker.",
        _ => null,
    };
}
