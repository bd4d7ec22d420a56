using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The programs of the project, and what they consist of.</summary>
internal sealed class ProgramCatalog
{
    public ProgramCatalog(TimedIds ids)
    {
        Ids = ids;
        Programs = new(ResourceKinds.Program, ids, static (id, name, now) => new LoyaltyProgram(id, name, now));
        CardDefinitions = new(ResourceKinds.CardDefinition, ids, static (id, name, now) => new CardDefinition(id, name, now));
        EarningRules = new(ResourceKinds.EarningRule, ids, static (id, name, now) => new EarningRule(id, name, now));
        Rewards = new(ResourceKinds.Reward, ids, static (id, name, now) => new RewardDefinition(id, name, now));
        TierStructures = new(ResourceKinds.TierStructure, ids, static (id, name, now) => new TierStructure(id, name, now));
    }

    public TimedIds Ids { get; }

    public Catalog<LoyaltyProgram> Programs { get; }

    public Catalog<CardDefinition> CardDefinitions { get; }

    public Catalog<EarningRule> EarningRules { get; }

    public Catalog<RewardDefinition> Rewards { get; }

    public Catalog<TierStructure> TierStructures { get; }

    /// <summary>Returns the programs that something is assigned to.</summary>
    public IEnumerable<LoyaltyProgram> UsersOf(ConfigResource resource) =>
        Programs.All.Where(program => program.Find(resource.Kind, resource.Id) is not null);
}
