using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Compares the reason that was sent with the one that is listed.</summary>
internal static class MarkerReports
{
    /// <summary>Creates the report.</summary>
    /// <param name="request">The request.</param>
    /// <param name="listed">The transaction as it is listed.</param>
    public static MarkerReport Create(AdjustCardPointsRequest request, CardTransaction listed)
    {
        var marker = ReasonMarker.Of(request.SourceId!, MarkerContent.SourceId);
        var sent = ReasonMarker.Append(request.Reason, marker);
        var reason = listed.Details?.Reason;
        var state = reason == sent ? MarkerState.Kept : ReasonMarker.Find(reason) == marker ? MarkerState.Altered : MarkerState.Missing;
        return new MarkerReport { State = state, Sent = sent, Listed = reason };
    }
}
