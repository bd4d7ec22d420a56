namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Says why refunds are refused. Keys are checked in the documented order.</summary>
internal static class RefundRules
{
    /// <summary>Returns the key of the error that refuses a refund of an approved purchase, or null.</summary>
    /// <param name="purchase">The purchase.</param>
    /// <param name="isForced">Whether the request allows what the reward does not.</param>
    public static string? Refuse(RewardPurchase purchase, bool isForced)
    {
        var quote = purchase.Quote;
        return !isForced && !quote.Reward.IsRefundable ? "reward_refund_policy_does_not_allow_refunds"
            : quote.Reward.IsDeleted ? "reward_not_found"
            : !quote.IsAssigned ? "refund_reward_not_assigned_to_program"
            : quote.Card.Definition.IsDeleted ? "refund_card_definition_not_found"
            : quote.Target is { } target ? RefuseTarget(target, purchase.Fulfilment)
            : null;
    }

    private static string? RefuseTarget(LoyaltyCard target, RewardFulfilment? fulfilment) =>
        fulfilment?.Target is not { } added ? "loyalty_card_points_purchase_result_not_found"
        : target.Definition.IsDeleted ? "loyalty_card_points_target_card_definition_not_found"
        : target.Counters.Balance < added.Movement.Points ? "loyalty_card_points_insufficient_balance"
        : null;
}
