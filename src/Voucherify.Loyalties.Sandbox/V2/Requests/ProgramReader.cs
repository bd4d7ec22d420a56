using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Requests;

/// <summary>Reads the body that creates a program, with what is to be assigned to it.</summary>
internal static class ProgramReader
{
    /// <summary>The properties with what is to be assigned.</summary>
    public static readonly IReadOnlyList<(string Name, ResourceKind Kind)> Lists =
    [
        ("card_definitions", ResourceKinds.CardDefinition),
        ("earning_rules", ResourceKinds.EarningRule),
        ("rewards", ResourceKinds.Reward),
        ("tier_structures", ResourceKinds.TierStructure),
    ];

    public static bool TryRead(
        SandboxCall call,
        out JsonElement root,
        out IReadOnlyDictionary<ResourceKind, IReadOnlyList<AssignmentRequest>> assignments,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        var read = new Dictionary<ResourceKind, IReadOnlyList<AssignmentRequest>>();
        assignments = read;
        if (!ConfigReader.TryReadNew(call, ResourceKinds.Program, Lists.Select(static list => list.Name), out root, out refusal))
        {
            return false;
        }

        foreach (var (name, kind) in Lists)
        {
            if (AssignmentReader.Read(root, name, kind == ResourceKinds.Reward, out var items) is { } problem)
            {
                refusal = Errors.InvalidPayload(call, problem);
                return false;
            }

            read.Add(kind, items);
        }

        return true;
    }
}
