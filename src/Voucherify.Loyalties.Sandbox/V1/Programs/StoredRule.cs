using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>An earning rule: what the members of a campaign earn points for.</summary>
internal sealed class StoredRule(string id, string automationId, string trigger, DateTimeOffset createdAt) : IDated, IIdentified
{
    public const string OrderPaid = "order.paid";

    /// <summary>The properties that an update may send (documented).</summary>
    public static readonly IReadOnlySet<string> Changeable = new HashSet<string>(StringComparer.Ordinal)
    {
        "loyalty", "validation_rule_id", "pending_points", "expiration_rules", "source", "start_date", "expiration_date",
        "validity_timeframe", "validity_day_of_week", "validity_hours", "metadata",
    };

    private static readonly HashSet<string> Known = new(Changeable, StringComparer.Ordinal) { "custom_event", "segment", "loyalty_tier" };

    public string Id { get; } = id;

    public string AutomationId { get; } = automationId;

    /// <summary>The event that earns points.</summary>
    public string Trigger { get; } = trigger;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? UpdatedAt { get; set; }

    public bool IsActive { get; set; } = true;

    public required PointsFormula Formula { get; set; }

    /// <summary>When earned points expire; null if by the rule of the campaign (documented).</summary>
    public ExpirationRule? Expiration { get; set; }

    /// <summary>For how many days earned points are pending; null if they are not.</summary>
    public int? PendingDays { get; set; }

    public StoredProperties Properties { get; } = new(Known, withIntegers: ["loyalty", "pending_points"]);

    public string? Banner => Properties.FindObject("source") is { } source ? JsonBody.FindString(source, "banner") : null;

    /// <summary>
    /// Whether paid orders earn points by it now. Its validation rules, days of the week and hours are taken as fulfilled (assumed).
    /// </summary>
    public bool CountsOrders(DateTimeOffset now) =>
        IsActive
        && Trigger is OrderPaid
        && !(Properties.FindInstant("start_date") > now)
        && !(Properties.FindInstant("expiration_date") <= now);
}
