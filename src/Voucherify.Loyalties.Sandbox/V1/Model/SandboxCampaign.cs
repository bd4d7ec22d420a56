namespace Voucherify.Loyalties.Sandbox;

/// <summary>A loyalty campaign of the sandbox.</summary>
/// <param name="Id">The id, <c>camp_...</c>.</param>
/// <param name="Name">The name; requests may use it instead of the id.</param>
/// <param name="ExpiresAfterMonths">
/// The campaign's rule: points expire this many months after the day they were added; 0 is the end of that day and
/// null is never.
/// </param>
public sealed record SandboxCampaign(string Id, string Name, int? ExpiresAfterMonths);
