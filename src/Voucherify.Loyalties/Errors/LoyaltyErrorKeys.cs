namespace Voucherify.Loyalties;

/// <summary>
/// The error keys that the vendor documents for loyalty calls. The list is open: the service may send others. Source: the vendor's error
/// table and the examples of the loyalty operations.
/// </summary>
public static partial class LoyaltyErrorKeys
{
    private static readonly HashSet<string> Documented = new(StringComparer.Ordinal)
    {
        CampaignNotActive, CampaignNotAllowAutoJoin, DuplicateFound, DuplicateSourceId, Forbidden, InvalidAddBalanceParams,
        InvalidAmount, InvalidExpirationDate, InvalidGrantType, InvalidPayload, InvalidPendingPointsState, InvalidQueryParams,
        InvalidScope, LoyaltyCardNotActive, LoyaltyCardPointsExceeded, MissingOrder, MissingParam, MissingParameters,
        MissingRequiredFeature, MissingRequiredPermission, MissingReward, MultipleRequests, NoVoucherSuitableForPublication,
        NotFound, ResourceProtected, ResourceNotFound, Unauthorized, VoucherAlreadyPublished,
    };

    /// <summary>The campaign is not active.</summary>
    public const string CampaignNotActive = "campaign_not_active";

    /// <summary>The campaign does not let customers join by themselves.</summary>
    public const string CampaignNotAllowAutoJoin = "campaign_not_allow_auto_join";

    /// <summary>Something with this name already exists.</summary>
    public const string DuplicateFound = "duplicate_found";

    /// <summary>An adjustment with this <c>source_id</c> already exists.</summary>
    public const string DuplicateSourceId = "duplicate_source_id";

    /// <summary>The key of the call has no access to the resource.</summary>
    public const string Forbidden = "forbidden";

    /// <summary>The request to adjust a balance is not valid.</summary>
    public const string InvalidAddBalanceParams = "invalid_add_balance_params";

    /// <summary>The amount must be positive.</summary>
    public const string InvalidAmount = "invalid_amount";

    /// <summary>The expiration date is in the past.</summary>
    public const string InvalidExpirationDate = "invalid_expiration_date";

    /// <summary>The token endpoint does not know the grant type.</summary>
    public const string InvalidGrantType = "invalid_grant_type";

    /// <summary>The body of the request is not valid.</summary>
    public const string InvalidPayload = "invalid_payload";

    /// <summary>Pending points can no longer be changed this way.</summary>
    public const string InvalidPendingPointsState = "invalid_pending_points_state";

    /// <summary>The query of the request is not valid.</summary>
    public const string InvalidQueryParams = "invalid_query_params";

    /// <summary>The key may not request one of the scopes.</summary>
    public const string InvalidScope = "invalid_scope";

    /// <summary>The loyalty card is not active.</summary>
    public const string LoyaltyCardNotActive = "loyalty_card_not_active";

    /// <summary>The card has fewer points than the call would take.</summary>
    public const string LoyaltyCardPointsExceeded = "loyalty_card_points_exceeded";

    /// <summary>The redemption needs an order.</summary>
    public const string MissingOrder = "missing_order";

    /// <summary>A required parameter is missing.</summary>
    public const string MissingParam = "missing_param";

    /// <summary>Required form parameters are missing.</summary>
    public const string MissingParameters = "missing_parameters";

    /// <summary>The plan does not include the feature.</summary>
    public const string MissingRequiredFeature = "missing_required_feature";

    /// <summary>The key has no permission for the call.</summary>
    public const string MissingRequiredPermission = "missing_required_permission";

    /// <summary>The redemption needs a reward.</summary>
    public const string MissingReward = "missing_reward";

    /// <summary>Another request for the same thing is in progress.</summary>
    public const string MultipleRequests = "multiple_requests";

    /// <summary>The campaign has no card left to hand out.</summary>
    public const string NoVoucherSuitableForPublication = "no_voucher_suitable_for_publication";

    /// <summary>The card, the campaign, or another resource does not exist.</summary>
    public const string NotFound = "not_found";

    /// <summary>The resource is protected against changes.</summary>
    public const string ResourceProtected = "resource_protected";

    /// <summary>The resource does not exist.</summary>
    public const string ResourceNotFound = "resource_not_found";

    /// <summary>The credentials are missing or wrong.</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>The card already belongs to a customer.</summary>
    public const string VoucherAlreadyPublished = "voucher_already_published";

    /// <summary>Whether a key is one of these, so that the service itself must have written the error.</summary>
    internal static bool IsDocumented(string? key) => key is not null && (Documented.Contains(key) || DocumentedInV2.Contains(key));
}
