namespace Voucherify.Loyalties.Sandbox.V1;

/// <summary>What the key of the sandbox may do with a campaign, as in the vendor's feature "areas and stores".</summary>
public enum SandboxCampaignAccess
{
    /// <summary>Everything.</summary>
    Full = 0,

    /// <summary>An update of the campaign gets 400 <c>resource_protected</c>. Everything else is allowed.</summary>
    ReadOnly = 1,

    /// <summary>A request that names the campaign gets 403 <c>forbidden</c>, and lists of campaigns leave it out.</summary>
    None = 2,
}
