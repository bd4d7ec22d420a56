namespace Voucherify.Loyalties.Internal;

/// <summary>The hand-written part: an adjustment has behaviour that no other operation has.</summary>
internal sealed partial class MembersClient
{
    /// <inheritdoc/>
    public Task<BalanceResult> AdjustBalanceAsync(
        string memberId,
        AdjustBalanceRequest request,
        string? campaignId = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) => throw new NotSupportedException();
}
