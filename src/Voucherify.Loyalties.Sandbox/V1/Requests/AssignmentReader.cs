using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>Reads the bodies that create and change reward assignments.</summary>
internal sealed class AssignmentReader(V1Store store)
{
    /// <summary>Reads new assignments: all of them or none (assumed).</summary>
    public bool TryReadNew(
        SandboxCall call,
        Campaign campaign,
        IReadOnlyList<JsonElement> items,
        [NotNullWhen(true)] out List<StoredAssignment>? assignments,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (assignments, refusal) = (null, null);
        var read = new List<StoredAssignment>();
        foreach (var item in items)
        {
            refusal = Read(call, campaign, item, read);
            if (refusal is not null)
            {
                return false;
            }
        }

        assignments = read;
        return true;
    }

    /// <summary>Reads an update.</summary>
    public static bool TryReadUpdate(SandboxCall call, out AssignmentChanges changes, [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        changes = default;
        if (RequestBody.TryReadObject(call, out var root, out refusal) && !TryReadParts(root, out changes, out var problem))
        {
            refusal = Errors.InvalidPayload(call, problem!);
        }

        return refusal is null;
    }

    private SandboxResponse? Read(SandboxCall call, Campaign campaign, JsonElement item, List<StoredAssignment> read)
    {
        if (!TryReadParts(item, out var parts, out var problem) || !JsonBody.TryReadString(item, "reward", out var id, out problem))
        {
            return Errors.InvalidPayload(call, problem!);
        }

        // The price is required for material rewards (documented).
        if (string.IsNullOrEmpty(id) || parts.Points is not { } points)
        {
            return Errors.InvalidPayload(call, JsonBody.MissingProperty(string.IsNullOrEmpty(id) ? "reward" : "parameters"));
        }

        if (store.Rewards.Find(id) is not { } reward)
        {
            return Errors.ResourceNotFound(call, "reward", id);
        }

        if ((campaign.FindAssignmentOf(id) ?? read.Find(row => row.Reward == reward)) is { } existing)
        {
            var details = $"Reward {id} is already assigned to campaign {campaign.Id}";
            return Errors.DuplicateFound(call, "reward_assignment", existing.Id, details);
        }

        read.Add(new StoredAssignment(store.Ids.NextAssignmentId(), reward, call.Now)
        {
            Points = points,
            AutoRedeem = parts.AutoRedeem,
        });
        return null;
    }

    // Reads `parameters.loyalty`.
    private static bool TryReadParts(JsonElement item, out AssignmentChanges changes, out string? problem)
    {
        (changes, problem) = (default, null);
        if (!JsonBody.TryFindObject(item, "parameters", out var parameters)
            || !JsonBody.TryFindObject(parameters, "loyalty", out var loyalty))
        {
            return true;
        }

        changes = new AssignmentChanges(Points: null, JsonBody.FindBoolean(loyalty, "auto_redeem"));
        if (!loyalty.TryGetProperty("points", out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (!JsonInteger.TryRead(value, out var points) || points <= 0)
        {
            problem = "Property .parameters.loyalty.points must be a positive integer";
            return false;
        }

        changes = changes with { Points = points };
        return true;
    }
}
