using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The programs of the project, and what they consist of.</summary>
internal sealed class ProgramRegistry(TimedIds ids)
{
    private readonly List<LoyaltyProgram> _programs = [];

    /// <summary>The programs that are not deleted, oldest first.</summary>
    public IEnumerable<LoyaltyProgram> Programs => _programs.Where(static program => program.Status != ResourceStatus.Deleted);

    /// <summary>Finds a program that is not deleted.</summary>
    public LoyaltyProgram? Find(string id) => Programs.FirstOrDefault(program => string.Equals(program.Id, id, StringComparison.Ordinal));

    /// <summary>Adds a program for a test: it is active, and its members get a card.</summary>
    public SandboxProgram AddReady(string name, PointsExpiration expiration, DateTimeOffset now)
    {
        var definition = new CardDefinition(ids.Next("lcdef_", now), name + " card", now)
        {
            Status = ResourceStatus.Active,
            Expiration = expiration,
        };
        var program = new LoyaltyProgram(ids.Next("lprg_", now), name, now) { Status = ResourceStatus.Active };
        program.CardDefinitions.Add(definition);
        _programs.Add(program);
        return new SandboxProgram { Id = program.Id, Name = name, CardDefinitionId = definition.Id };
    }
}
