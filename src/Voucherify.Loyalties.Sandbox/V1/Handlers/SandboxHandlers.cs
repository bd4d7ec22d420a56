using Voucherify.Loyalties.Sandbox.Authentication;
using Voucherify.Loyalties.Sandbox.Jobs;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Everything that answers a route.</summary>
internal sealed record SandboxHandlers
{
    public required OAuthHandler OAuth { get; init; }

    public required CampaignHandler Campaigns { get; init; }

    public required MembershipHandler Memberships { get; init; }

    public required MemberHandler Member { get; init; }

    public required BalanceHandler Balance { get; init; }

    public required TransactionsHandler Transactions { get; init; }

    public required TransferHandler Transfer { get; init; }

    public required PendingPointsHandler PendingPoints { get; init; }

    public required RedemptionHandler Redemption { get; init; }

    public required ActivityHandler Activity { get; init; }

    public required TierHandler Tiers { get; init; }

    public required EarningRuleHandler EarningRules { get; init; }

    public required EstimateHandler Estimate { get; init; }

    public required RewardHandler Rewards { get; init; }

    public required ExportHandler Exports { get; init; }

    public required AsyncActionHandler AsyncActions { get; init; }
}
