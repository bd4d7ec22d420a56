using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.Serialization;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>An adjustment with the marker under which it can be found.</summary>
internal sealed class MarkedAdjustment
{
    private readonly IJsonBody _body;
    private readonly CardAddress _card;
    private readonly ExpectedCardTransaction _expected;

    /// <summary>Creates the adjustment.</summary>
    /// <param name="pending">The adjustment as the caller knows it.</param>
    /// <param name="options">Where the marker goes, and what it shows.</param>
    /// <exception cref="ArgumentException">An id is not valid.</exception>
    public MarkedAdjustment(PendingAdjustment pending, ReconciliationOptions options)
    {
        Pending = pending;
        _card = pending.Card;
        var marker = options.Marker == MarkerPlacement.InReason ? ReasonMarker.Of(pending.SourceId, options.MarkerContent) : null;
        _body = pending.ToBody(marker is null ? pending.Reason : ReasonMarker.Append(pending.Reason, marker));
        _expected = new ExpectedCardTransaction(_card, pending.SourceId, pending.Points, marker)
        {
            TrustsMarker = marker is not null && options.TrustMarker,
        };
    }

    /// <summary>The adjustment as the caller knows it.</summary>
    public PendingAdjustment Pending { get; }

    /// <summary>The queue of its member.</summary>
    public string Queue => _card.Queue;

    /// <summary>The transaction that it leaves.</summary>
    public ExpectedTransaction Expected => _expected;

    /// <summary>The id.</summary>
    public string SourceId => Pending.SourceId;

    /// <summary>The card and the id under which this client knows it.</summary>
    public WriteKey Key => new(_card.Key, SourceId, IsTransfer: false);

    /// <summary>What it does.</summary>
    public AdjustmentTerms Terms => new(Pending.Points);

    /// <summary>What its errors carry.</summary>
    public CallSubject Subject => new(_card.MemberId, null) { SourceId = SourceId, Pending = Pending };

    /// <summary>Builds the request.</summary>
    public Task<HttpRequestMessage> BuildAsync(ICardsApi api) =>
        api.AdjustCardPoints(_card.ProgramId, _card.MemberId, _card.CardId, _body);

    /// <summary>Returns what speaks against a response, or null.</summary>
    public string? Complaint(PointsAdjustment response) => _expected.Complaint(response.Transaction);

    /// <summary>Returns the transaction of a response that is not applied yet; null if it is.</summary>
    /// <exception cref="LoyaltyTransactionRejectedException">The service has rejected it already.</exception>
    public string? RecordedBy(PointsAdjustment response) => _expected.RecordedBy(response);
}
