namespace Voucherify.Loyalties.Internal;

internal sealed partial class MembersClient
{
    public Task<BalanceResult> AdjustBalanceAsync(
        string memberId,
        AdjustBalanceRequest request,
        string? campaignId = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Guard.PathSegment(memberId);
        if (campaignId is not null)
        {
            Guard.PathSegment(campaignId);
        }

        AdjustBalanceRules.Check(request);

        // Before the first byte leaves, the adjustment has an id under which it can be found.
        var adjustment = request.SourceId is null ? request with { SourceId = _transport.Randomness.NewSourceId() } : request;
        return AdjustAsync(new CallSubject(memberId, campaignId, adjustment), options, cancellationToken);
    }

    private async Task<BalanceResult> AdjustAsync(CallSubject subject, RequestOptions? options, CancellationToken cancellationToken)
    {
        var (memberId, campaignId, adjustment) = subject;
        var result = await _transport.SendAsync(
            campaignId is null ? LoyaltyOperations.AdjustBalance : LoyaltyOperations.AdjustBalanceInCampaign,
            () => campaignId is null
                ? _api.AdjustBalance(memberId, adjustment!)
                : _api.AdjustBalanceInCampaign(campaignId, memberId, adjustment!),
            LoyaltyJsonContext.Default.BalanceResult,
            static answer => answer.Balance is not null,
            subject,
            options,
            cancellationToken).ConfigureAwait(false);
        return result with { SourceId = adjustment!.SourceId };
    }
}
