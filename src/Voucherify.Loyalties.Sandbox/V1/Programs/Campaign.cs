using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>A loyalty program: its settings, and what belongs to it but the cards.</summary>
internal sealed class Campaign(string id, string name, DateTimeOffset createdAt) : IDated
{
    /// <summary>What a request that changes a campaign may send (D); the rest only when it is created.</summary>
    public static readonly IReadOnlySet<string> Changeable = new HashSet<string>(StringComparer.Ordinal)
    {
        "description", "type", "auto_join", "start_date", "expiration_date", "validity_timeframe", "validity_day_of_week", "validity_hours",
        "activity_duration_after_publishing", "category", "category_id", "loyalty_tiers_expiration", "metadata",
    };

    private static readonly HashSet<string> Known = new(Changeable, StringComparer.Ordinal) { "voucher", "use_voucher_metadata_schema" };

    public string Id { get; } = id;

    public string Name { get; } = name;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>When points expire that say nothing else; null: never.</summary>
    public ExpirationRule? Expiration { get; init; }

    /// <summary>What a new card of the campaign has from the start (D).</summary>
    public long OpeningPoints { get; init; }

    public StoredProperties Settings { get; } = new(Known);

    public List<Tier> Tiers { get; } = [];

    public List<StoredRule> EarningRules { get; } = [];

    public List<StoredAssignment> Rewards { get; } = [];

    /// <summary>
    /// Whether cards redeem only what is assigned to the campaign. Without it they redeem every reward of the sandbox: a
    /// campaign that a test added needs no assignments until it gets one.
    /// </summary>
    public bool RedeemsAssignedOnly { get; set; }

    /// <summary>Whether the campaign makes a new card for a member when it has no free one (D). The default is assumed (A).</summary>
    public bool IsAutoUpdate => Settings.FindText("type") is not "STATIC";

    /// <summary>Whether a customer becomes a member by earning (D). The default is assumed (A).</summary>
    public bool IsAutoJoin => Settings.IsTrue("auto_join");

    /// <summary>Inactive before its start and after its end (D).</summary>
    public bool IsActive(DateTimeOffset now) =>
        !(Settings.FindInstant("start_date") > now) && !(Settings.FindInstant("expiration_date") <= now);

    public StoredAssignment? FindAssignmentOf(string rewardId) =>
        Rewards.Find(assignment => string.Equals(assignment.Reward.Id, rewardId, StringComparison.Ordinal));
}
