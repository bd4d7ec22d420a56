using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.Internal.Ids;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Generated.V1.Clients;

/// <summary>The hand-written part: an adjustment has behaviour that no thin method has.</summary>
internal sealed partial class MembersClient
{
    private ReconciledWriter? _writer;

    private ReconciledWriter Writer => _writer ??= new ReconciledWriter(_transport);

    /// <inheritdoc />
    public Task<BalanceResult> AdjustBalanceAsync(
        MemberId memberId,
        AdjustBalanceRequest request,
        CampaignId campaignId = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var member = IdCheck.Require(memberId);
        var campaign = IdCheck.Allow(campaignId);
        AdjustBalanceRules.Check(request);

        // Before the first byte leaves, the adjustment has an id under which it can be found.
        var adjustment = request.SourceId is null ? request with { SourceId = _transport.Randomness.NewSourceId() } : request;
        return ApplyAsync(new CallSubject(member, campaign, adjustment), ReconciledWrite.NeverSent, options, cancellationToken);
    }

    /// <inheritdoc />
    public Task<BalanceResult> ResumeAdjustmentAsync(
        MemberId memberId,
        AdjustBalanceRequest request,
        ResumeOptions? resumeOptions = null,
        CampaignId campaignId = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var member = IdCheck.Require(memberId);
        var campaign = IdCheck.Allow(campaignId);
        AdjustBalanceRules.Check(request);
        if (request.SourceId is null)
        {
            throw new ArgumentException("SourceId is missing: without the id that the adjustment was sent with it cannot be found.", nameof(request));
        }

        return ApplyAsync(new CallSubject(member, campaign, request), resumeOptions ?? new ResumeOptions(), options, cancellationToken);
    }

    private Task<BalanceResult> ApplyAsync(CallSubject subject, ResumeOptions resume, RequestOptions? options, CancellationToken cancellationToken)
    {
        var (memberId, campaignId, adjustment) = subject;
        var call = _transport.NewCall(
            campaignId is null ? V1Operations.AdjustBalance : V1Operations.AdjustBalanceInCampaign,
            () => campaignId is null
                ? _api.AdjustBalance(memberId, adjustment!)
                : _api.AdjustBalanceInCampaign(campaignId, memberId, adjustment!),
            V1Json.BalanceResult,
            static answer => answer.Balance is not null,
            subject,
            options,
            cancellationToken,
            resume.SendGuard);
        var write = new ReconciledWrite<BalanceResult>(call, [memberId], Recovered) { Resume = resume };
        return Writer.ApplyAsync(write, cancellationToken);
    }

    private static Task<BalanceResult> Recovered(IReadOnlyList<LoyaltyTransaction> found, CancellationToken cancellationToken) =>
        Task.FromResult((found[0].Details?.Balance ?? new BalanceResult()) with { Recovered = true });
}
