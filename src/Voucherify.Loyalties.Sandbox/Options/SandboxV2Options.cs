namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>
/// Settings of the v2 API of a sandbox: what it does where Voucherify's documentation says nothing, or contradicts itself.
/// </summary>
public sealed class SandboxV2Options
{
    /// <summary>The default of <see cref="CursorLifetime"/>, in seconds.</summary>
    public const int DefaultCursorLifetimeSeconds = 600;

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

    /// <summary>How long the cursor of a list is valid. Default: 600 seconds, as in the vendor's examples.</summary>
    public TimeSpan CursorLifetime { get; init; } = TimeSpan.FromSeconds(DefaultCursorLifetimeSeconds);

    /// <summary>
    /// How long after its creation a card gets its code. The response that creates the card never has it. Default: zero. The real service
    /// takes about two seconds.
    /// </summary>
    public TimeSpan CodeLag { get; init; }

    /// <summary>Returns what is wrong with the settings, or null.</summary>
    internal string? FindProblem() => (CursorLifetime < TimeSpan.Zero, CodeLag < TimeSpan.Zero) switch
    {
        (true, _) => $"{nameof(CursorLifetime)} must not be negative",
        (_, true) => $"{nameof(CodeLag)} must not be negative",
        _ => null,
    };
}
