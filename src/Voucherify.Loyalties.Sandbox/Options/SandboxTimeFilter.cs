namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>What the filters <c>$after</c> and <c>$before</c> of the v2 API select.</summary>
public enum SandboxTimeFilter
{
    /// <summary>Times after or before the bound, without the bound itself.</summary>
    Exclusive = 0,

    /// <summary>Times after or before the bound, and the bound itself.</summary>
    Inclusive = 1,

    /// <summary>Times on later or earlier days than the bound, in the time zone of the project.</summary>
    WholeDays = 2,
}
