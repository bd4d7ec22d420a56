using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes programs that were just created, with what is assigned to them.</summary>
internal static class ProgramJson
{
    public static SandboxResponse RespondCreated(LoyaltyProgram program, IEnumerable<(string Name, ResourceKind Kind)> lists) =>
        JsonResponse.Object(writer =>
        {
            ConfigJson.Write(writer, program);
            foreach (var (name, kind) in lists)
            {
                WriteAssigned(writer, name, [.. program.AssignmentsOf(kind)]);
            }
        });

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
