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
            program.Assign(assignment = new Assignment(Find(kind, item.Id)!, now));
        }

        assignment.Stock = item.Stock;
        return assignment;
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

        return RefuseUnknown(call, kind, assign) ?? RefuseRepeated(call, program, kind, [.. assign.Except(unassign)])
            ?? RefuseState(call, program, kind, assign, unassign);
    }

    /// <summary>Refuses what does not exist, or returns null.</summary>
    public SandboxResponse? RefuseUnknown(SandboxCall call, ResourceKind kind, IEnumerable<AssignmentRequest> items) =>
        items.FirstOrDefault(item => Find(kind, item.Id) is null) is { } unknown
            ? Errors.ResourceNotFound(call, kind.Type, unknown.Id)
            : null;

    private SandboxResponse? RefuseRepeated(
        SandboxCall call,
        LoyaltyProgram program,
        ResourceKind kind,
        IReadOnlyList<AssignmentRequest> assign) =>
        repeatedAssignment == SandboxPolicy.Reject && assign.FirstOrDefault(item => program.Find(kind, item.Id) is not null) is { } item
            ? ConfigErrors.Duplicate(call, Find(kind, item.Id)!)
            : null;

    private SandboxResponse? RefuseState(
        SandboxCall call,
        LoyaltyProgram program,
        ResourceKind kind,
        IReadOnlyList<AssignmentRequest> assign,
        IReadOnlyList<AssignmentRequest> unassign)
    {
        var needsDraft = kind == ResourceKinds.CardDefinition || kind == ResourceKinds.TierStructure;
        if (needsDraft && program.Status != ResourceStatus.Draft)
        {
            return ConfigErrors.NonDraftProgram(call);
        }

        var left = program.AssignmentsOf(kind).Select(static assignment => assignment.Resource.Id)
            .Except(unassign.Select(static item => item.Id), StringComparer.Ordinal)
            .Union(assign.Select(static item => item.Id), StringComparer.Ordinal)
            .ToList();
        if (left.Count > MaxOf(kind))
        {
            return ConfigErrors.LimitExceeded(call, kind.Type + "_assignments_limit_exceeded");
        }

        return kind == ResourceKinds.EarningRule && program.IsActive && !left.Exists(id => Find(kind, id)!.IsActive)
            ? ConfigErrors.MissingActive(call, kind)
            : null;
    }

    private static int MaxOf(ResourceKind kind) => kind.Type switch
    {
        "tier_structure" => 1,
        "card_definition" => MaxCardDefinitions,
        _ => MaxOthers,
    };

    private ConfigResource? Find(ResourceKind kind, string id) => kind.Type switch
    {
        "card_definition" => configuration.CardDefinitions.Find(id),
        "earning_rule" => configuration.EarningRules.Find(id),
        "tier_structure" => configuration.TierStructures.Find(id),
        _ => configuration.Rewards.Find(id),
    };
}
