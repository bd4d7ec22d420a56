namespace Voucherify.Loyalties.Internal;

internal sealed partial class MembersClient
{
    public Task<LoyaltyMember> TransferPointsAsync(
        string campaignId,
        string memberId,
        IReadOnlyList<PointsTransferItem> request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Guard.PathSegment(campaignId);
        Guard.PathSegment(memberId);
        ArgumentNullException.ThrowIfNull(request);

        // A copy: what was checked is what every attempt sends, whatever becomes of the caller's list.
        var items = request.ToArray();
        TransferPointsRules.Check(memberId, items);
        var transfer = Array.ConvertAll(items, Identified);
        return _transport.SendAsync(
            LoyaltyOperations.TransferPoints,
            () => _api.TransferPoints(campaignId, memberId, transfer),
            LoyaltyJsonContext.Default.LoyaltyMember,
            static answer => answer.Code is not null,
            new CallSubject(memberId, campaignId, Adjustment: null),
            options,
            cancellationToken);
    }

    // Before the first byte leaves, each part has an id under which it can be found.
    private PointsTransferItem Identified(PointsTransferItem item) =>
        item.SourceId is null ? item with { SourceId = _transport.Randomness.NewSourceId() } : item;
}
