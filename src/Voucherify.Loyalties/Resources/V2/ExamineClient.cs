using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>The hand-written part: the customer is checked before anything is sent.</summary>
internal sealed partial class ExamineClient
{
    /// <inheritdoc />
    public Task<EarningRulesExamination> ExamineEarningRulesAsync(
        ExamineEarningRulesRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        CustomerIdentificationRules.Require(request.CustomerIdentification);
        return _context.Dispatcher.SendAsync(
            V2Operations.ExamineEarningRules, () => _api.ExamineEarningRules(request), options, cancellationToken);
    }

    /// <inheritdoc />
    public Task<RewardsExamination> ExamineRewardsAsync(
        ExamineRewardsRequest request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        CustomerIdentificationRules.Require(request.CustomerIdentification);
        return _context.Dispatcher.SendAsync(V2Operations.ExamineRewards, () => _api.ExamineRewards(request), options, cancellationToken);
    }
}
