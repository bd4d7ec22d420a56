namespace Voucherify.Loyalties.Sandbox.V1;

/// <summary>A loyalty campaign of the sandbox.</summary>
public sealed record SandboxCampaign
{
    /// <summary>The id, <c>camp_...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name. Requests may use it instead of the id.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The rule of the campaign: points expire this many months after the day on which they were added. 0 is the end of that day, and
    /// null is never.
    /// </summary>
    public int? ExpiresAfterMonths { get; init; }
}
