using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>An adjustment with the marker under which it can be found.</summary>
internal sealed class MarkedAdjustment
{
    /// <summary>Creates the adjustment.</summary>
    /// <param name="pending">The adjustment as the caller knows it.</param>
    /// <param name="options">Where the marker goes, and what it shows.</param>
    public MarkedAdjustment(PendingAdjustment pending, ReconciliationOptions options)
    {
        Pending = pending;
        Card = new CardAddress(pending.ProgramId.Value, pending.MemberId.Value, pending.CardId.Value);
        var marker = options.Marker == MarkerPlacement.InReason ? ReasonMarker.Of(pending.SourceId, options.MarkerContent) : null;
        Request = new AdjustCardPointsRequest
        {
            Points = pending.Points,
            Reason = marker is null ? pending.Reason : ReasonMarker.Append(pending.Reason, marker),
        };
        Expected = new ExpectedCardTransaction(Card, pending.SourceId, pending.Points, marker) { TrustsMarker = options.TrustMarker };
    }

    /// <summary>The adjustment as the caller knows it.</summary>
    public PendingAdjustment Pending { get; }

    /// <summary>The card.</summary>
    public CardAddress Card { get; }

    /// <summary>What is sent.</summary>
    public AdjustCardPointsRequest Request { get; }

    /// <summary>The transaction that it leaves.</summary>
    public ExpectedCardTransaction Expected { get; }

    public string SourceId => Pending.SourceId;

    public long Points => Pending.Points;
}
