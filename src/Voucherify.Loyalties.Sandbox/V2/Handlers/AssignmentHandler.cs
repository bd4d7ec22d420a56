using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Assigns one kind of configuration to programs. A batch happens whole or not at all (documented).</summary>
internal sealed class AssignmentHandler(ResourceKind kind, V2Locator locator, ProgramAssigner assigner, ListResponder lists)
{
    private readonly ListSchema<Assignment> _schema = new(CursorPrefixOf(kind), "-created_at")
    {
        Id = static row => row.Resource.Id,
        Orders = new Dictionary<string, Func<Assignment, IComparable>>(StringComparer.Ordinal)
        {
            ["created_at"] = static row => row.CreatedAt,
        },
    };

    public SandboxResponse List(SandboxCall call) => lists.Respond<LoyaltyProgram, Assignment>(
        call, _schema, locator.TryFindProgram, program => program.AssignmentsOf(kind), AssignmentJson.Write);

    public SandboxResponse Batch(SandboxCall call)
    {
        if (!AssignmentReader.TryReadBatch(call, kind, out var assign, out var unassign, out var refusal)
            || !locator.TryFindProgram(call, out var program, out refusal))
        {
            return refusal;
        }

        refusal = assigner.Refuse(call, program, kind, assign, unassign);
        if (refusal is not null)
        {
            return refusal;
        }

        // Unassigned first (documented).
        var unassigned = unassign.Select(item => ProgramAssigner.Unassign(program, kind, item)).ToList();
        var assigned = assign.Select(item => assigner.Assign(program, kind, item, call.Now)).ToList();
        return JsonResponse.Object(writer =>
        {
            Write(writer, "assigned", assigned);
            Write(writer, "unassigned", unassigned);
        });
    }

    // A list that was not sent comes back as null (documented).
    private static void Write(Utf8JsonWriter writer, string name, List<Assignment> assignments)
    {
        if (assignments.Count == 0)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteArray(name, assignments, AssignmentJson.Write);
        }
    }

    private static string CursorPrefixOf(ResourceKind kind) => kind.Type switch
    {
        "card_definition" => "lcrscdefa_",
        "earning_rule" => "lcrserna_",
        "tier_structure" => "lcrstsa_",
        _ => "lcrsrewa_",
    };
}
