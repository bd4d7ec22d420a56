using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The programs of the project, and what they consist of.</summary>
internal sealed class ProgramCatalog
{
    public ProgramCatalog(TimedIds ids)
    {
        Ids = ids;
        Benefits = new BenefitCatalog(ids);
        Programs = new(ResourceKinds.Program, ids, static (id, name, now) => new LoyaltyProgram(id, name, now));
        CardDefinitions = new(ResourceKinds.CardDefinition, ids, static (id, name, now) => new CardDefinition(id, name, now));
        EarningRules = new(ResourceKinds.EarningRule, ids, static (id, name, now) => new EarningRule(id, name, now));
        Rewards = new(ResourceKinds.Reward, ids, static (id, name, now) => new RewardDefinition(id, name, now));
        TierStructures = new(ResourceKinds.TierStructure, ids, static (id, name, now) => new TierStructure(id, name, now));
    }

    public TimedIds Ids { get; }

    public BenefitCatalog Benefits { get; }

    public Catalog<LoyaltyProgram> Programs { get; }

    public Catalog<CardDefinition> CardDefinitions { get; }

    public Catalog<EarningRule> EarningRules { get; }

    public Catalog<RewardDefinition> Rewards { get; }

    public Catalog<TierStructure> TierStructures { get; }

    /// <summary>Returns the source of the ids of parts that are stored now.</summary>
    public NestedIds PartIds(DateTimeOffset now) => new(Ids, now);

    /// <summary>Finds what can be assigned to programs.</summary>
    public ConfigResource? Find(ResourceKind kind, string id) => kind.Type switch
    {
        "card_definition" => CardDefinitions.Find(id),
        "earning_rule" => EarningRules.Find(id),
        "tier_structure" => TierStructures.Find(id),
        _ => Rewards.Find(id),
    };

    /// <summary>Adds a tier to a structure.</summary>
    public TierDefinition AddTier(TierStructure structure, string name, DateTimeOffset now)
    {
        var tier = new TierDefinition(Ids.Next(ResourceKinds.Tier.IdPrefix, now), name, now, structure);
        structure.Tiers.Add(tier);
        return tier;
    }

    /// <summary>Deletes a resource. A deleted program loses everything that was assigned to it (documented).</summary>
    public static void Delete(ConfigResource resource, DateTimeOffset now)
    {
        (resource as LoyaltyProgram)?.UnassignAll();
        (resource.Status, resource.UpdatedAt) = (ResourceStatus.Deleted, now);
    }

    /// <summary>
    /// Returns what keeps something from being deleted: the programs that it is assigned to, and for a tier or its structure the earning
    /// rules and rewards that need it (documented).
    /// </summary>
    public IEnumerable<ConfigResource> FindUses(ConfigResource resource) => UsersOf(resource).Concat<ConfigResource>(
        resource.Kind == ResourceKinds.Tier || resource.Kind == ResourceKinds.TierStructure
            ? EarningRules.All.Concat<ConfigResource>(Rewards.All).Where(user => NeedsTier(user, resource.Id))
            : []);

    /// <summary>Returns the programs that something is assigned to.</summary>
    public IEnumerable<LoyaltyProgram> UsersOf(ConfigResource resource) =>
        Programs.All.Where(program => program.Find(resource.Kind, resource.Id) is not null);

    private static bool NeedsTier(ConfigResource user, string id) =>
        (user.Properties.Find("earnings") ?? user.Properties.Find("costs")) is { } items
        && items.GetRawText().Contains($"\"{id}\"", StringComparison.Ordinal);
}
