using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>An adjustment with the marker under which it can be found.</summary>
internal sealed class MarkedAdjustment
{
    private readonly AdjustCardPointsRequest _request;

    /// <summary>Creates the adjustment.</summary>
    /// <param name="pending">The adjustment as the caller knows it.</param>
    /// <param name="options">Where the marker goes, and what it shows.</param>
    /// <exception cref="ArgumentException">An id is not valid.</exception>
    public MarkedAdjustment(PendingAdjustment pending, ReconciliationOptions options)
    {
        Pending = pending;
        Card = pending.Card;
        var marker = options.Marker == MarkerPlacement.InReason ? ReasonMarker.Of(pending.SourceId, options.MarkerContent) : null;
        var reason = marker is null ? pending.Reason : ReasonMarker.Append(pending.Reason, marker);
        _request = pending.ToRequest() with { Reason = reason };
        Expected = new ExpectedCardTransaction(Card, pending.SourceId, pending.Points, marker) { TrustsMarker = options.TrustMarker };
    }

    /// <summary>The adjustment as the caller knows it.</summary>
    public PendingAdjustment Pending { get; }

    /// <summary>The card.</summary>
    public CardAddress Card { get; }

    /// <summary>The transaction that it leaves.</summary>
    public ExpectedCardTransaction Expected { get; }

    /// <summary>The id.</summary>
    public string SourceId => Pending.SourceId;

    /// <summary>The card and the id under which this client knows it.</summary>
    public WriteKey Key => new(Card.Key, SourceId, IsTransfer: false);

    /// <summary>What it does.</summary>
    public AdjustmentTerms Terms => new(Pending.Points);

    /// <summary>What its errors carry.</summary>
    public CallSubject Subject => new(Card.MemberId, null) { SourceId = SourceId, Pending = Pending };

    /// <summary>Builds the request.</summary>
    public Task<HttpRequestMessage> BuildAsync(ICardsApi api) =>
        api.AdjustCardPoints(Card.ProgramId, Card.MemberId, Card.CardId, _request);

    /// <summary>Returns what speaks against a response, or null.</summary>
    public string? Complaint(PointsAdjustment response) => response.Transaction switch
    {
        not { Id.Value.Length: > 0 } => "It names no transaction.",
        { Type: null } or { Points: null } => "It does not say which points it is about.",
        { } other when !Expected.Fits(other) =>
            $"It reports {other.Type} of {other.Points} points, not the {Pending.Points} of this adjustment: it may be about another one.",
        _ => null,
    };

    /// <summary>Returns the transaction of a response that is not applied yet; null if it is.</summary>
    /// <exception cref="LoyaltyTransactionRejectedException">The service has rejected it already.</exception>
    public string? RecordedBy(PointsAdjustment response) => response.Transaction!.Status?.Value switch
    {
        CardTransactionStatus.Approved => null,
        CardTransactionStatus.Rejected => throw LoyaltyTransactionRejectedException.Of(response.Transaction, SourceId),
        _ => response.Transaction.Id.Value,
    };
}
