using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V1.Programs;

/// <summary>A loyalty program: its settings, and everything that belongs to it except its cards.</summary>
internal sealed class Campaign(string id, string name, DateTimeOffset createdAt) : IDated
{
    /// <summary>The properties that an update may send (documented). The others are read only at creation.</summary>
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

    /// <summary>When points expire that have no expiration of their own; null if they never do.</summary>
    public ExpirationRule? Expiration { get; init; }

    /// <summary>The points that a new card of the campaign has from the start (documented).</summary>
    public long OpeningPoints { get; init; }

    /// <summary>What the key may do with the campaign.</summary>
    public SandboxCampaignAccess Access { get; set; }

    /// <summary>Whether the key may read the campaign.</summary>
    public bool IsAccessible => Access != SandboxCampaignAccess.None;

    /// <summary>Whether the key may read the campaign but not update it.</summary>
    public bool IsReadOnly => Access == SandboxCampaignAccess.ReadOnly;

    public StoredProperties Settings { get; } = new(Known);

    public List<Tier> Tiers { get; } = [];

    public List<StoredRule> EarningRules { get; } = [];

    public List<StoredAssignment> Rewards { get; } = [];

    /// <summary>
    /// Whether cards redeem only rewards that are assigned to the campaign. Otherwise they redeem every reward of the sandbox: a
    /// campaign that a test added needs no assignments until it has one.
    /// </summary>
    public bool RedeemsAssignedOnly { get; set; }

    /// <summary>What the codes of new cards look like.</summary>
    public CodePattern CodePattern => CodePattern.Of(Settings.FindObject("voucher"));

    /// <summary>Whether the campaign adds a card for a new member if no card is free (documented). The default is assumed.</summary>
    public bool IsAutoUpdate => Settings.FindString("type") is not "STATIC";

    /// <summary>Whether a customer becomes a member by earning points (documented). The default is assumed.</summary>
    public bool IsAutoJoin => Settings.IsTrue("auto_join");

    /// <summary>Whether the campaign has started and has not ended (documented).</summary>
    public bool IsActive(DateTimeOffset now) =>
        !(Settings.FindInstant("start_date") > now) && !(Settings.FindInstant("expiration_date") <= now);

    public StoredAssignment? FindAssignmentOf(string rewardId) =>
        Rewards.Find(assignment => string.Equals(assignment.Reward.Id, rewardId, StringComparison.Ordinal));
}
