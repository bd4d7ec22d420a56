using System.Text.Json;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>The parts of a request about an earning rule that the sandbox uses. A part that is absent changes nothing.</summary>
internal sealed record EarningRuleChanges
{
    /// <summary>The body that has the parts.</summary>
    public required JsonElement Body { get; init; }

    public PointsFormula? Formula { get; init; }

    public bool HasExpiration { get; init; }

    public ExpirationRule? Expiration { get; init; }

    public bool HasPendingDays { get; init; }

    public int? PendingDays { get; init; }

    public bool? IsActive { get; init; }

    public void ApplyTo(StoredRule rule)
    {
        rule.Formula = Formula ?? rule.Formula;
        rule.Expiration = HasExpiration ? Expiration : rule.Expiration;
        rule.PendingDays = HasPendingDays ? PendingDays : rule.PendingDays;
        rule.IsActive = IsActive ?? rule.IsActive;
        rule.Properties.Merge(Body, StoredRule.Changeable);
    }
}
