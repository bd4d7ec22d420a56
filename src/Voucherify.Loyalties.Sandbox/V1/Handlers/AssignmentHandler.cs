using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Assigns rewards to campaigns.</summary>
internal sealed class AssignmentHandler(ResourceLocator locator, V1Store store)
{
    private readonly ItemLocator<StoredAssignment> _assignments =
        new(locator, "reward_assignment", "assignmentId", static campaign => campaign.Rewards);

    private readonly AssignmentReader _reader = new(store);

    public SandboxResponse List(SandboxCall call)
    {
        if (!PageQuery.TryParse(call, out var page, out var refusal) || !locator.TryFindCampaign(call, out var campaign, out refusal))
        {
            return refusal;
        }

        // The two routes spell the parameter differently (documented).
        var id = call.Query("assignmentId") ?? call.Query("assignment_id");
        var rows = campaign.Rewards.FindAll(row => id is null || string.Equals(row.Id, id, StringComparison.Ordinal));
        return page.Respond(rows, (writer, row) => RewardJson.WriteAssignment(writer, row, campaign));
    }

    /// <summary>Creates all assignments of the request or none (assumed).</summary>
    public SandboxResponse Create(SandboxCall call)
    {
        if (!RequestBody.TryReadObjects(call, out var items, out var refusal)
            || !locator.TryFindCampaign(call, out var campaign, out refusal)
            || !_reader.TryReadNew(call, campaign, items, out var assignments, out refusal))
        {
            return refusal;
        }

        campaign.Rewards.AddRange(assignments);
        campaign.RedeemsAssignedOnly = true;
        return JsonResponse.Array(assignments, (writer, row) => RewardJson.WriteAssignment(writer, row, campaign));
    }

    public SandboxResponse Get(SandboxCall call) => _assignments.TryFind(call, out var campaign, out var assignment, out var refusal)
        ? JsonResponse.Object(writer => RewardJson.WriteAssignment(writer, assignment, campaign))
        : refusal;

    public SandboxResponse GetReward(SandboxCall call) => _assignments.TryFind(call, out _, out var assignment, out var refusal)
        ? JsonResponse.Object(writer => RewardJson.Write(writer, assignment.Reward))
        : refusal;

    public SandboxResponse Update(SandboxCall call)
    {
        if (!AssignmentReader.TryReadUpdate(call, out var changes, out var refusal)
            || !_assignments.TryFind(call, out var campaign, out var assignment, out refusal))
        {
            return refusal;
        }

        assignment.Points = changes.Points ?? assignment.Points;
        assignment.AutoRedeem = changes.AutoRedeem ?? assignment.AutoRedeem;
        assignment.UpdatedAt = call.Now;
        return JsonResponse.Object(writer => RewardJson.WriteAssignment(writer, assignment, campaign));
    }

    public SandboxResponse Delete(SandboxCall call)
    {
        if (!_assignments.TryFind(call, out var campaign, out var assignment, out var refusal))
        {
            return refusal;
        }

        campaign.Rewards.Remove(assignment);
        return SandboxResponse.Empty(204);
    }
}
