using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Creates programs together with what is assigned to them.</summary>
internal sealed class ProgramHandler(ProgramCatalog configuration, ProgramAssigner assigner)
{
    private static readonly (string Name, ResourceKind Kind)[] Lists =
    [
        ("card_definitions", ResourceKinds.CardDefinition),
        ("earning_rules", ResourceKinds.EarningRule),
        ("rewards", ResourceKinds.Reward),
        ("tier_structures", ResourceKinds.TierStructure),
    ];

    public SandboxResponse Create(SandboxCall call)
    {
        var names = Lists.Select(static list => list.Name);
        if (!ConfigReader.TryReadNew(call, ResourceKinds.Program, names, out var root, out var refusal))
        {
            return refusal;
        }

        var assignments = new Dictionary<ResourceKind, IReadOnlyList<AssignmentRequest>>();
        foreach (var (name, kind) in Lists)
        {
            if (AssignmentReader.Read(root, name, kind == ResourceKinds.Reward, out var items) is { } problem)
            {
                return Errors.InvalidPayload(call, problem);
            }

            assignments.Add(kind, items);
        }

        return Refuse(call, root, assignments) ?? Create(call, root, assignments);
    }

    private SandboxResponse? Refuse(
        SandboxCall call,
        JsonElement root,
        Dictionary<ResourceKind, IReadOnlyList<AssignmentRequest>> assignments)
    {
        foreach (var (kind, items) in assignments)
        {
            if (assigner.RefuseUnknown(call, kind, items) is { } refusal)
            {
                return refusal;
            }
        }

        if (assignments[ResourceKinds.TierStructure].Count > 1)
        {
            return ConfigErrors.LimitExceeded(call, "tier_structure_assignments_limit_exceeded");
        }

        if (JsonBody.FindString(root, "status") is not ResourceStatus.Active)
        {
            return null;
        }

        if (!assignments[ResourceKinds.CardDefinition].Any(item => configuration.CardDefinitions.Find(item.Id)!.IsActive))
        {
            return ConfigErrors.MissingActive(call, ResourceKinds.CardDefinition);
        }

        return assignments[ResourceKinds.EarningRule].Any(item => configuration.EarningRules.Find(item.Id)!.IsActive)
            ? null
            : ConfigErrors.MissingActive(call, ResourceKinds.EarningRule);
    }

    private SandboxResponse Create(
        SandboxCall call,
        JsonElement root,
        Dictionary<ResourceKind, IReadOnlyList<AssignmentRequest>> assignments)
    {
        var program = configuration.Programs.Add(JsonBody.FindString(root, "name")!, call.Now);
        ConfigReader.Apply(root, program, new NestedIds(configuration.Ids, call.Now));
        program.Status = JsonBody.FindString(root, "status") ?? ResourceStatus.Draft;
        foreach (var (kind, items) in assignments)
        {
            foreach (var item in items)
            {
                assigner.Assign(program, kind, item, call.Now);
            }
        }

        return JsonResponse.Object(writer =>
        {
            ConfigJson.Write(writer, program);
            foreach (var (name, kind) in Lists)
            {
                WriteAssigned(writer, name, [.. program.AssignmentsOf(kind)]);
            }
        });
    }

    // A list that was not sent comes back as null (documented).
    private static void WriteAssigned(Utf8JsonWriter writer, string name, IReadOnlyList<Assignment> assigned)
    {
        if (assigned.Count == 0)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteArray(name, assigned, AssignmentJson.WriteReference);
        }
    }
}
