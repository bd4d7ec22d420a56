namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>
/// Settings of the v2 API of a sandbox: what it does where Voucherify's documentation says nothing, or contradicts itself.
/// </summary>
public sealed class SandboxV2Options
{
    /// <summary>The default of <see cref="CursorLifetime"/>, in seconds.</summary>
    public const int DefaultCursorLifetimeSeconds = 600;

    /// <summary>The default of <see cref="RefundTwiceStatus"/>.</summary>
    public const int DefaultRefundTwiceStatus = 423;

    /// <summary>The default of <see cref="StateTransitionStatus"/>.</summary>
    public const int DefaultStateTransitionStatus = 400;

    /// <summary>
    /// What happens to a removal of more points than the card has. Default: <see cref="SandboxOverDebit.RejectLater"/> (assumed).
    /// </summary>
    public SandboxOverDebit OverDebit { get; init; } = SandboxOverDebit.RejectLater;

    /// <summary>
    /// How the <c>reason</c> of an adjustment is stored. Default: <see cref="SandboxReasonStorage.AsSent"/> (assumed).
    /// </summary>
    public SandboxReasonStorage ReasonStorage { get; init; } = SandboxReasonStorage.AsSent;

    /// <summary>
    /// How the request that creates a member must name the customer. Default:
    /// <see cref="SandboxMemberCreateShape.CustomerIdentification"/>, as in the newest document.
    /// </summary>
    public SandboxMemberCreateShape MemberCreateShape { get; init; } = SandboxMemberCreateShape.CustomerIdentification;

    /// <summary>What lists of transactions can be sorted by. Default: <see cref="SandboxListOrders.Both"/>.</summary>
    public SandboxListOrders ListOrders { get; init; } = SandboxListOrders.Both;

    /// <summary>
    /// What the filters <c>$after</c> and <c>$before</c> select. Default: <see cref="SandboxTimeFilter.Exclusive"/> (assumed).
    /// </summary>
    public SandboxTimeFilter TimeFilter { get; init; } = SandboxTimeFilter.Exclusive;

    /// <summary>
    /// The OAuth scopes that open the API. Default: <see cref="SandboxOAuthScopes.LoyaltiesOrApi"/> (assumed).
    /// </summary>
    public SandboxOAuthScopes OAuthScopes { get; init; } = SandboxOAuthScopes.LoyaltiesOrApi;

    /// <summary>
    /// Whether an order that is paid already earns again when a request says again that it is paid. Default:
    /// <see cref="SandboxPolicy.Reject"/>, it earns once (assumed).
    /// </summary>
    public SandboxPolicy RepeatedPaidOrder { get; init; } = SandboxPolicy.Reject;

    /// <summary>
    /// What becomes of a fraction of earned points. Default: <see cref="SandboxEarningRounding.Down"/> (assumed).
    /// </summary>
    public SandboxEarningRounding EarningRounding { get; init; } = SandboxEarningRounding.Down;

    /// <summary>
    /// When a bucket that a request activates, cancels or expires looks changed. Default: <see cref="SandboxBucketChange.Approval"/>
    /// (assumed).
    /// </summary>
    public SandboxBucketChange BucketChange { get; init; } = SandboxBucketChange.Approval;

    /// <summary>
    /// What happens to the assignment of something that the program has already. Default: <see cref="SandboxPolicy.Reject"/> with 409
    /// <c>duplicate_found</c>, as in one of the vendor's documents.
    /// </summary>
    public SandboxPolicy RepeatedAssignment { get; init; } = SandboxPolicy.Reject;

    /// <summary>
    /// The status of <c>invalid_state_transition</c> for card definitions, earning rules, rewards and tier structures: 400, or 409 as in
    /// another of the vendor's documents. Default: 400.
    /// </summary>
    public int StateTransitionStatus { get; init; } = DefaultStateTransitionStatus;

    /// <summary>
    /// The status of <c>non_approved_reward_transaction</c> for a purchase that is refunded already: 423, as in the newest document, or
    /// 409. Default: 423.
    /// </summary>
    public int RefundTwiceStatus { get; init; } = DefaultRefundTwiceStatus;

    /// <summary>
    /// What happens to a custom event that <see cref="SandboxV2.AddEvent"/> did not define. Default: <see cref="SandboxPolicy.Reject"/>
    /// with 400 <c>invalid_payload</c> (assumed).
    /// </summary>
    public SandboxPolicy UnknownEvent { get; init; } = SandboxPolicy.Reject;

    /// <summary>How long the cursor of a list is valid. Default: 600 seconds, as in the vendor's examples.</summary>
    public TimeSpan CursorLifetime { get; init; } = TimeSpan.FromSeconds(DefaultCursorLifetimeSeconds);

    /// <summary>
    /// How long after its creation a card gets its code. The response that creates the card never has it. Default: zero. The real service
    /// takes about two seconds.
    /// </summary>
    public TimeSpan CodeLag { get; init; }

    /// <summary>Returns what is wrong with the settings, or null.</summary>
    internal string? FindProblem()
    {
        (bool Holds, string Rule)[] rules =
        [
            (CursorLifetime >= TimeSpan.Zero, $"{nameof(CursorLifetime)} must not be negative"),
            (CodeLag >= TimeSpan.Zero, $"{nameof(CodeLag)} must not be negative"),
            (RefundTwiceStatus is 423 or 409, $"{nameof(RefundTwiceStatus)} must be 423 or 409"),
            (StateTransitionStatus is 400 or 409, $"{nameof(StateTransitionStatus)} must be 400 or 409"),
        ];
        return Array.Find(rules, rule => !rule.Holds).Rule;
    }
}
