namespace Voucherify.Loyalties;

/// <content>The keys that only version 2 of the API has.</content>
public static partial class LoyaltyErrorKeys
{
    private static readonly string[] DocumentedInV2 =
    [
        ApiError, BucketNotEligibleForManualActivation, BucketNotEligibleForManualCancellation, BucketNotEligibleForManualExpiration,
        CardDefinitionAssignmentsLimitExceeded, ConnectedActiveEarningRule, ConnectedDraftTierStructure, ConnectedNonActiveTierStructure,
        ConnectedNonDraftProgram, CursorAndQueryMismatch, EarningRuleAssignmentsLimitExceeded, ExceededCardSpendingGlobalSpendingBasedLimit,
        ExceededCardSpendingGlobalTimeBasedLimit, ExceededCardSpendingTransactionsLimit, ExceededSpendingLimits,
        ExhaustedCardSpendingGlobalSpendingBasedLimit, ExhaustedCardSpendingGlobalTimeBasedLimit, ExhaustedCardSpendingTransactionsLimit,
        InsufficientCardBalance, InvalidCursor, InvalidExchangeRatio, InvalidOrExpiredCursor, InvalidPendingPointsBucketStatus,
        InvalidPointsBucketStatus, InvalidStateTransition, LoyaltyCardPointsInsufficientBalance, LoyaltyCardPointsPurchaseNotFound,
        LoyaltyCardPointsPurchaseResultNotFound, LoyaltyCardPointsTargetCardDefinitionNotFound, LoyaltyCardPointsTargetCardNotFound,
        MemberAlreadyExists, MetadataValidationFailed, MissingActiveCardDefinition, MissingActiveEarningRule,
        MissingCardDefinitionAssignment, MissingExchangeRatioFormula, MissingTierStructureAssignment, NoMatchingRewardCost,
        NonActiveBenefit, NonActiveCardDefinition, NonActiveMember, NonActiveProgram, NonActiveReward, NonActiveTierStructure,
        NonApprovedRewardTransaction, NonDraftProgram, NonPurchaseRewardTransaction, PayWithPointsNotEnabled, PaymentRequired,
        PointsExpirationNotEnabled, ProgramOutsideValidityWindow, PurchaseLimitCooldown, PurchaseLimitFrequency,
        RefundCardDefinitionNotFound, RefundCardNotFound, RefundRewardNotAssignedToProgram, ResourceInUse, ResourceLocked,
        RewardAssignmentsLimitExceeded, RewardNotFound, RewardOutOfStock, RewardOutsideValidityWindow,
        RewardRefundPolicyDoesNotAllowRefunds, RewardTypeNotSupportedForRefunds, TierStructureAssignmentsLimitExceeded,
        TiersPerTierStructureLimitExceeded, ZeroCardBalance, ZeroOrderTotalAmount, ZeroPaymentAmount, ZeroPointsToSpent,
    ];

    /// <summary>The service failed.</summary>
    public const string ApiError = "api_error";

    /// <summary>The pending points can no longer be activated by a call.</summary>
    public const string BucketNotEligibleForManualActivation = "bucket_not_eligible_for_manual_activation";

    /// <summary>The pending points can no longer be cancelled by a call.</summary>
    public const string BucketNotEligibleForManualCancellation = "bucket_not_eligible_for_manual_cancellation";

    /// <summary>The points can no longer be made to expire by a call.</summary>
    public const string BucketNotEligibleForManualExpiration = "bucket_not_eligible_for_manual_expiration";

    /// <summary>The program can have no more card definitions.</summary>
    public const string CardDefinitionAssignmentsLimitExceeded = "card_definition_assignments_limit_exceeded";

    /// <summary>An active earning rule uses the resource.</summary>
    public const string ConnectedActiveEarningRule = "connected_active_earning_rule";

    /// <summary>The tier structure is still a draft.</summary>
    public const string ConnectedDraftTierStructure = "connected_draft_tier_structure";

    /// <summary>The tier structure is not active.</summary>
    public const string ConnectedNonActiveTierStructure = "connected_non_active_tier_structure";

    /// <summary>A program that is no longer a draft uses the resource.</summary>
    public const string ConnectedNonDraftProgram = "connected_non_draft_program";

    /// <summary>The cursor belongs to the same list with another query.</summary>
    public const string CursorAndQueryMismatch = "cursor_and_query_mismatch";

    /// <summary>The program can have no more earning rules.</summary>
    public const string EarningRuleAssignmentsLimitExceeded = "earning_rule_assignments_limit_exceeded";

    /// <summary>The card's limit of points to spend is exceeded.</summary>
    public const string ExceededCardSpendingGlobalSpendingBasedLimit = "exceeded_card_spending_global_spending_based_limit";

    /// <summary>The card's limit of points to spend in a period is exceeded.</summary>
    public const string ExceededCardSpendingGlobalTimeBasedLimit = "exceeded_card_spending_global_time_based_limit";

    /// <summary>The card's limit of points to spend at once is exceeded.</summary>
    public const string ExceededCardSpendingTransactionsLimit = "exceeded_card_spending_transactions_limit";

    /// <summary>The limits of spending points are exceeded.</summary>
    public const string ExceededSpendingLimits = "exceeded_spending_limits";

    /// <summary>The card's limit of points to spend is used up.</summary>
    public const string ExhaustedCardSpendingGlobalSpendingBasedLimit = "exhausted_card_spending_global_spending_based_limit";

    /// <summary>The card's limit of points to spend in a period is used up.</summary>
    public const string ExhaustedCardSpendingGlobalTimeBasedLimit = "exhausted_card_spending_global_time_based_limit";

    /// <summary>The card's limit of points to spend at once is used up.</summary>
    public const string ExhaustedCardSpendingTransactionsLimit = "exhausted_card_spending_transactions_limit";

    /// <summary>The card has too few points.</summary>
    public const string InsufficientCardBalance = "insufficient_card_balance";

    /// <summary>The cursor belongs to another list.</summary>
    public const string InvalidCursor = "invalid_cursor";

    /// <summary>The card's exchange ratio is not valid.</summary>
    public const string InvalidExchangeRatio = "invalid_exchange_ratio";

    /// <summary>The cursor of a list has expired, or never existed.</summary>
    public const string InvalidOrExpiredCursor = "invalid_or_expired_cursor";

    /// <summary>The pending points no longer wait.</summary>
    public const string InvalidPendingPointsBucketStatus = "invalid_pending_points_bucket_status";

    /// <summary>The points are no longer active.</summary>
    public const string InvalidPointsBucketStatus = "invalid_points_bucket_status";

    /// <summary>The resource cannot change to this state.</summary>
    public const string InvalidStateTransition = "invalid_state_transition";

    /// <summary>The card that got the points of the reward has too few left.</summary>
    public const string LoyaltyCardPointsInsufficientBalance = "loyalty_card_points_insufficient_balance";

    /// <summary>The purchase of the points no longer exists.</summary>
    public const string LoyaltyCardPointsPurchaseNotFound = "loyalty_card_points_purchase_not_found";

    /// <summary>What the purchase of points gave is not known.</summary>
    public const string LoyaltyCardPointsPurchaseResultNotFound = "loyalty_card_points_purchase_result_not_found";

    /// <summary>The definition of the card that got the points of the reward no longer exists.</summary>
    public const string LoyaltyCardPointsTargetCardDefinitionNotFound = "loyalty_card_points_target_card_definition_not_found";

    /// <summary>The card that got the points of the reward no longer exists.</summary>
    public const string LoyaltyCardPointsTargetCardNotFound = "loyalty_card_points_target_card_not_found";

    /// <summary>The customer is a member of the program already.</summary>
    public const string MemberAlreadyExists = "member_already_exists";

    /// <summary>The metadata does not fit its schema.</summary>
    public const string MetadataValidationFailed = "metadata_validation_failed";

    /// <summary>The program has no active card definition.</summary>
    public const string MissingActiveCardDefinition = "missing_active_card_definition";

    /// <summary>The program has no active earning rule.</summary>
    public const string MissingActiveEarningRule = "missing_active_earning_rule";

    /// <summary>The program does not have the card definition.</summary>
    public const string MissingCardDefinitionAssignment = "missing_card_definition_assignment";

    /// <summary>The card definition has no exchange ratio.</summary>
    public const string MissingExchangeRatioFormula = "missing_exchange_ratio_formula";

    /// <summary>The program does not have the tier structure.</summary>
    public const string MissingTierStructureAssignment = "missing_tier_structure_assignment";

    /// <summary>The reward has no cost that fits the member.</summary>
    public const string NoMatchingRewardCost = "no_matching_reward_cost";

    /// <summary>The benefit is not active.</summary>
    public const string NonActiveBenefit = "non_active_benefit";

    /// <summary>The card definition is not active.</summary>
    public const string NonActiveCardDefinition = "non_active_card_definition";

    /// <summary>The member is not active.</summary>
    public const string NonActiveMember = "non_active_member";

    /// <summary>The program is not active.</summary>
    public const string NonActiveProgram = "non_active_program";

    /// <summary>The reward is not active.</summary>
    public const string NonActiveReward = "non_active_reward";

    /// <summary>The tier structure is not active.</summary>
    public const string NonActiveTierStructure = "non_active_tier_structure";

    /// <summary>The purchase is not approved, or is refunded already.</summary>
    public const string NonApprovedRewardTransaction = "non_approved_reward_transaction";

    /// <summary>The program is no longer a draft.</summary>
    public const string NonDraftProgram = "non_draft_program";

    /// <summary>Only a purchase can be refunded.</summary>
    public const string NonPurchaseRewardTransaction = "non_purchase_reward_transaction";

    /// <summary>The card cannot pay orders.</summary>
    public const string PayWithPointsNotEnabled = "pay_with_points_not_enabled";

    /// <summary>The plan allows no more members.</summary>
    public const string PaymentRequired = "payment_required";

    /// <summary>The points of the card do not expire.</summary>
    public const string PointsExpirationNotEnabled = "points_expiration_not_enabled";

    /// <summary>The program is not valid at this time.</summary>
    public const string ProgramOutsideValidityWindow = "program_outside_validity_window";

    /// <summary>The member bought the reward too short a time ago.</summary>
    public const string PurchaseLimitCooldown = "purchase_limit_cooldown";

    /// <summary>The member has bought the reward as often as is allowed.</summary>
    public const string PurchaseLimitFrequency = "purchase_limit_frequency";

    /// <summary>The definition of the card that paid no longer exists.</summary>
    public const string RefundCardDefinitionNotFound = "refund_card_definition_not_found";

    /// <summary>The card that paid no longer exists.</summary>
    public const string RefundCardNotFound = "refund_card_not_found";

    /// <summary>The program no longer has the reward.</summary>
    public const string RefundRewardNotAssignedToProgram = "refund_reward_not_assigned_to_program";

    /// <summary>Another resource uses this one.</summary>
    public const string ResourceInUse = "resource_in_use";

    /// <summary>The resource cannot be changed in its present state.</summary>
    public const string ResourceLocked = "resource_locked";

    /// <summary>The program can have no more rewards.</summary>
    public const string RewardAssignmentsLimitExceeded = "reward_assignments_limit_exceeded";

    /// <summary>The reward does not exist.</summary>
    public const string RewardNotFound = "reward_not_found";

    /// <summary>The reward is out of stock.</summary>
    public const string RewardOutOfStock = "reward_out_of_stock";

    /// <summary>The reward is not valid at this time.</summary>
    public const string RewardOutsideValidityWindow = "reward_outside_validity_window";

    /// <summary>The reward cannot be refunded.</summary>
    public const string RewardRefundPolicyDoesNotAllowRefunds = "reward_refund_policy_does_not_allow_refunds";

    /// <summary>Rewards of this type cannot be refunded.</summary>
    public const string RewardTypeNotSupportedForRefunds = "reward_type_not_supported_for_refunds";

    /// <summary>The program can have no more tier structures.</summary>
    public const string TierStructureAssignmentsLimitExceeded = "tier_structure_assignments_limit_exceeded";

    /// <summary>The tier structure can have no more tiers.</summary>
    public const string TiersPerTierStructureLimitExceeded = "tiers_per_tier_structure_limit_exceeded";

    /// <summary>The card has no points.</summary>
    public const string ZeroCardBalance = "zero_card_balance";

    /// <summary>There is nothing to pay.</summary>
    public const string ZeroOrderTotalAmount = "zero_order_total_amount";

    /// <summary>The points would pay nothing.</summary>
    public const string ZeroPaymentAmount = "zero_payment_amount";

    /// <summary>No points would be spent.</summary>
    public const string ZeroPointsToSpent = "zero_points_to_spent";
}
