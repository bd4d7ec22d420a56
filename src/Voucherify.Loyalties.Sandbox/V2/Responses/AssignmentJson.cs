using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes what is assigned to programs.</summary>
internal static class AssignmentJson
{
    public static void Write(Utf8JsonWriter writer, Assignment assignment)
    {
        var kind = assignment.Resource.Kind;
        if (kind == ResourceKinds.CardDefinition)
        {
            writer.WriteString("card_type", "INDIVIDUAL");
        }

        writer.WriteString(kind.Type + "_id", assignment.Resource.Id);
        if (kind == ResourceKinds.Reward)
        {
            writer.WriteRaw("stock", assignment.Stock);
            writer.WriteNumber("redeemed", assignment.Redeemed);
        }

        writer.WriteInstant("created_at", assignment.CreatedAt);
        if (kind == ResourceKinds.Reward)
        {
            writer.WriteInstant("updated_at", assignment.UpdatedAt);
        }

        writer.WriteString("object", kind == ResourceKinds.Reward ? "program_reward_assignment" : "program_" + kind.Type);
    }

    /// <summary>Writes only what is assigned, as the response to the creation of a program has it.</summary>
    public static void WriteReference(Utf8JsonWriter writer, Assignment assignment)
    {
        writer.WriteString("id", assignment.Resource.Id);
        if (assignment.Resource.Kind == ResourceKinds.Reward)
        {
            writer.WriteRaw("stock", assignment.Stock);
        }
    }
}
