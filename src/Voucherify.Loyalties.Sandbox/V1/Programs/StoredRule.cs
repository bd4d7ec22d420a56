using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>What members of a campaign earn points for.</summary>
internal sealed class StoredRule(string id, string automationId, string trigger, DateTimeOffset createdAt) : IDated
{
    public const string OrderPaid = "order.paid";

    /// <summary>What a request that changes a rule may send (D).</summary>
    public static readonly IReadOnlySet<string> Changeable = new HashSet<string>(StringComparer.Ordinal)
    {
        "loyalty", "validation_rule_id", "pending_points", "expiration_rules", "source", "start_date", "expiration_date",
        "validity_timeframe", "validity_day_of_week", "validity_hours", "metadata",
    };

    private static readonly HashSet<string> Known = new(Changeable, StringComparer.Ordinal) { "custom_event", "segment", "loyalty_tier" };

    public string Id { get; } = id;

    public string AutomationId { get; } = automationId;

    /// <summary>The event that earns.</summary>
    public string Trigger { get; } = trigger;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? UpdatedAt { get; set; }

    public bool IsActive { get; set; } = true;

    public required PointsFormula Formula { get; set; }

    /// <summary>When earned points expire; null: by the rule of the campaign (D).</summary>
    public ExpirationRule? Expiration { get; set; }

    /// <summary>For how many days earned points are pending; null: not at all.</summary>
    public int? PendingDays { get; set; }

    public StoredProperties Members { get; } = new(Known);

    public string? Banner => Members.FindObject("source") is { } source ? JsonBody.Text(source, "banner") : null;

    /// <summary>Whether paid orders earn by it now. Validation rules, days of the week and hours are not looked at (A: they hold).</summary>
    public bool CountsOrders(DateTimeOffset now) =>
        IsActive
        && Trigger is OrderPaid
        && !(Members.FindInstant("start_date") > now)
        && !(Members.FindInstant("expiration_date") <= now);
}
