using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Assigns rewards to campaigns, and says what members can get.</summary>
internal sealed class RewardHandler(ResourceLocator members, CardRegistry register, TierTracker watch, IdGenerator ids)
{
    public SandboxResponse List(SandboxCall call)
    {
        if (!PageQuery.TryParse(call, out var page, out var refusal) || !members.TryFindCampaign(call, out var campaign, out refusal))
        {
            return refusal;
        }

        // D: the two routes spell the parameter differently.
        var id = call.Target.Query.Find("assignmentId") ?? call.Target.Query.Find("assignment_id");
        var rows = campaign.Rewards.FindAll(row => id is null || string.Equals(row.Id, id, StringComparison.Ordinal));
        return ListResponse.Numbered(page.Run(rows), rows.Count, (writer, row) => RewardJson.WriteAssignment(writer, row, campaign));
    }

    /// <summary>All assignments of the request or none (A).</summary>
    public SandboxResponse Create(SandboxCall call)
    {
        if (!RequestBody.TryReadObjects(call, out var items, out var refusal) || !members.TryFindCampaign(call, out var campaign, out refusal))
        {
            return refusal;
        }

        var assignments = new List<StoredAssignment>();
        foreach (var item in items)
        {
            refusal = Read(call, campaign, item, assignments);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        campaign.Rewards.AddRange(assignments);
        campaign.RedeemsAssignedOnly = true;
        return JsonResponse.OfArray(200, assignments, (writer, row) => RewardJson.WriteAssignment(writer, row, campaign));
    }

    public SandboxResponse Get(SandboxCall call) =>
        TryFind(call, out var campaign, out var assignment, out var refusal)
            ? JsonResponse.Of(200, writer => RewardJson.WriteAssignment(writer, assignment, campaign))
            : refusal;

    public SandboxResponse GetReward(SandboxCall call) =>
        TryFind(call, out _, out var assignment, out var refusal)
            ? JsonResponse.Of(200, writer => RewardJson.Write(writer, assignment.Reward))
            : refusal;

    public SandboxResponse Update(SandboxCall call)
    {
        if (!RequestBody.TryReadObject(call, out var root, out var refusal))
        {
            return refusal;
        }

        if (!RewardReader.TryRead(root, out var points, out var autoRedeem, out var problem))
        {
            return Errors.InvalidPayload(call, problem!);
        }

        if (!TryFind(call, out var campaign, out var assignment, out refusal))
        {
            return refusal;
        }

        assignment.Points = points ?? assignment.Points;
        assignment.AutoRedeem = autoRedeem ?? assignment.AutoRedeem;
        assignment.UpdatedAt = call.Now;
        return JsonResponse.Of(200, writer => RewardJson.WriteAssignment(writer, assignment, campaign));
    }

    public SandboxResponse Delete(SandboxCall call)
    {
        if (!TryFind(call, out var campaign, out var assignment, out var refusal))
        {
            return refusal;
        }

        campaign.Rewards.Remove(assignment);
        return SandboxResponse.Empty(204);
    }

    /// <summary>The assigned rewards of the card's campaign; on request only those that its balance pays for (D).</summary>
    public SandboxResponse ListOfMember(SandboxCall call)
    {
        if (!members.TryFind(call, out var card, out var refusal))
        {
            return refusal;
        }

        var isAffordableOnly = call.Target.Query.Find("affordable_only") is "true";
        var tier = watch.Look(card, call.Id);
        var rows = card.Campaign.Rewards.FindAll(row => !isAffordableOnly || Price(row, tier) <= card.Balance);
        return ListResponse.Numbered(rows, rows.Count, (writer, row) => RewardJson.WriteOffer(writer, row, card.Campaign, "loyalty_reward"));
    }

    /// <summary>What a reward costs a member of a tier (D: the tier may change it).</summary>
    public static long Price(StoredAssignment assignment, Tier? tier) => tier?.Price(assignment.Reward.Id, assignment.Points) ?? assignment.Points;

    private SandboxResponse? Read(SandboxCall call, Campaign campaign, JsonElement item, List<StoredAssignment> assignments)
    {
        if (!RewardReader.TryRead(item, out var points, out var autoRedeem, out var problem) || !JsonBody.TryReadText(item, "reward", out var id, out problem))
        {
            return Errors.InvalidPayload(call, problem!);
        }

        // D: the price is required for things.
        if (string.IsNullOrEmpty(id) || points is null)
        {
            return Errors.InvalidPayload(call, $"Payload should have required property '{(string.IsNullOrEmpty(id) ? "reward" : "parameters")}'");
        }

        if (register.FindReward(id) is not { } reward)
        {
            return Errors.ResourceNotFound(call, "reward", id);
        }

        if ((campaign.FindAssignmentOf(id) ?? assignments.Find(row => row.Reward == reward)) is { } existing)
        {
            return Errors.DuplicateFound(call, "reward_assignment", existing.Id, $"Reward {id} is already assigned to campaign {campaign.Id}");
        }

        assignments.Add(new StoredAssignment(ids.NextAssignmentId(), reward, call.Now) { Points = points.Value, AutoRedeem = autoRedeem });
        return null;
    }

    private bool TryFind(
        SandboxCall call,
        [NotNullWhen(true)] out Campaign? campaign,
        [NotNullWhen(true)] out StoredAssignment? assignment,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        assignment = null;
        if (!members.TryFindCampaign(call, out campaign, out refusal))
        {
            return false;
        }

        var id = call.RouteValues["assignmentId"];
        assignment = campaign.Rewards.Find(row => string.Equals(row.Id, id, StringComparison.Ordinal));
        refusal = assignment is null ? Errors.ResourceNotFound(call, "reward_assignment", id) : null;
        return assignment is not null;
    }
}
