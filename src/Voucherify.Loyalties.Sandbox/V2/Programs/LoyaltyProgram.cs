namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>A loyalty program.</summary>
internal sealed class LoyaltyProgram(string id, string name, DateTimeOffset createdAt)
    : ConfigResource(ResourceKinds.Program, id, name, createdAt)
{
    private readonly List<Assignment> _assignments = [];

    /// <summary>The card definitions of the program: a member gets a card of each.</summary>
    public IEnumerable<CardDefinition> CardDefinitions => Of<CardDefinition>();

    public IEnumerable<EarningRule> EarningRules => Of<EarningRule>();

    public IEnumerable<Assignment> Rewards => AssignmentsOf(ResourceKinds.Reward);

    public TierStructure? TierStructure => Of<TierStructure>().FirstOrDefault();

    /// <summary>Returns what of a kind is assigned, oldest first.</summary>
    public IEnumerable<Assignment> AssignmentsOf(ResourceKind kind) => _assignments.Where(assignment => assignment.Resource.Kind == kind);

    public Assignment? Find(ResourceKind kind, string id) =>
        AssignmentsOf(kind).FirstOrDefault(assignment => string.Equals(assignment.Resource.Id, id, StringComparison.Ordinal));

    public void Assign(Assignment assignment) => _assignments.Add(assignment);

    public void Unassign(Assignment assignment) => _assignments.Remove(assignment);

    public void UnassignAll() => _assignments.Clear();

    private IEnumerable<T> Of<T>() => _assignments.Select(static assignment => assignment.Resource).OfType<T>();
}
