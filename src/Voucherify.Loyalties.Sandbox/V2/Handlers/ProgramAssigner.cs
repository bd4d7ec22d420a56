using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Assigns configuration to programs, within the limits of programs (documented).</summary>
internal sealed class ProgramAssigner(ProgramCatalog configuration, SandboxPolicy repeatedAssignment)
{
    private const int MaxCardDefinitions = 10;
    private const int MaxOthers = 100;

    public static Assignment Unassign(LoyaltyProgram program, ResourceKind kind, AssignmentRequest item)
    {
        var assignment = program.Find(kind, item.Id)!;
        program.Unassign(assignment);
        return assignment;
    }

    public Assignment Assign(LoyaltyProgram program, ResourceKind kind, AssignmentRequest item, DateTimeOffset now)
    {
        if (program.Find(kind, item.Id) is not { } assignment)
        {
            program.Assign(assignment = new Assignment(configuration.Find(kind, item.Id)!, now));
        }

        assignment.Stock = item.Stock;
        return assignment;
    }

    /// <summary>Refuses what a new program is to consist of, or returns null.</summary>
    public SandboxResponse? RefuseNew(
        SandboxCall call,
        IReadOnlyDictionary<ResourceKind, IReadOnlyList<AssignmentRequest>> assignments,
        bool isActive)
    {
        foreach (var (kind, items) in assignments)
        {
            if ((RefuseUnknown(call, kind, items) ?? RefuseTooMany(call, kind, items.Count)) is { } refusal)
            {
                return refusal;
            }
        }

        if (!isActive)
        {
            return null;
        }

        var missing = new[] { ResourceKinds.CardDefinition, ResourceKinds.EarningRule }
            .FirstOrDefault(kind => !assignments[kind].Any(item => configuration.Find(kind, item.Id)!.IsActive));
        return missing is null ? null : ConfigErrors.MissingActive(call, missing);
    }

    /// <summary>Refuses a batch, or returns null.</summary>
    public SandboxResponse? Refuse(
        SandboxCall call,
        LoyaltyProgram program,
        ResourceKind kind,
        IReadOnlyList<AssignmentRequest> assign,
        IReadOnlyList<AssignmentRequest> unassign)
    {
        if (unassign.FirstOrDefault(item => program.Find(kind, item.Id) is null) is { } unknown)
        {
            return Errors.ResourceNotFound(call, kind.Type, unknown.Id);
        }

        var gone = unassign.Select(static item => item.Id).ToHashSet(StringComparer.Ordinal);
        var repeated = assign.FirstOrDefault(item => !gone.Contains(item.Id) && program.Find(kind, item.Id) is not null);
        if ((RefuseUnknown(call, kind, assign) ?? RefuseRepeated(call, kind, repeated)) is { } refusal)
        {
            return refusal;
        }

        var needsDraft = kind == ResourceKinds.CardDefinition || kind == ResourceKinds.TierStructure;
        if (needsDraft && program.Status != ResourceStatus.Draft)
        {
            return ConfigErrors.NonDraftProgram(call);
        }

        var left = program.AssignmentsOf(kind).Select(static assignment => assignment.Resource.Id)
            .Where(id => !gone.Contains(id))
            .Union(assign.Select(static item => item.Id), StringComparer.Ordinal)
            .ToList();
        return RefuseTooMany(call, kind, left.Count) ?? RefuseWithoutRule(call, program, kind, left);
    }

    private SandboxResponse? RefuseUnknown(SandboxCall call, ResourceKind kind, IEnumerable<AssignmentRequest> items) =>
        items.FirstOrDefault(item => configuration.Find(kind, item.Id) is null) is { } unknown
            ? Errors.ResourceNotFound(call, kind.Type, unknown.Id)
            : null;

    private SandboxResponse? RefuseRepeated(SandboxCall call, ResourceKind kind, AssignmentRequest? repeated) =>
        repeated is not null && repeatedAssignment == SandboxPolicy.Reject
            ? ConfigErrors.Duplicate(call, configuration.Find(kind, repeated.Id)!)
            : null;

    private SandboxResponse? RefuseWithoutRule(SandboxCall call, LoyaltyProgram program, ResourceKind kind, List<string> left) =>
        kind == ResourceKinds.EarningRule && program.IsActive && !left.Exists(id => configuration.Find(kind, id)!.IsActive)
            ? ConfigErrors.MissingActive(call, kind)
            : null;

    private static SandboxResponse? RefuseTooMany(SandboxCall call, ResourceKind kind, int count)
    {
        var max = kind.Type switch { "tier_structure" => 1, "card_definition" => MaxCardDefinitions, _ => MaxOthers };
        return count > max ? ConfigErrors.LimitExceeded(call, kind.Type + "_assignments_limit_exceeded") : null;
    }
}
