using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Changes the stock of the rewards of programs.</summary>
internal sealed class RewardStockHandler(V2Locator locator)
{
    public SandboxResponse Update(SandboxCall call)
    {
        if (!AssignmentReader.TryReadStock(call, out var stock, out var refusal)
            || !locator.TryFindProgram(call, out var program, out refusal))
        {
            return refusal;
        }

        var id = call.RouteValues["rewardId"];
        if (program.Find(ResourceKinds.Reward, id) is not { } assignment)
        {
            return Errors.ResourceNotFound(call, ResourceKinds.Reward.Type, id);
        }

        (assignment.Stock, assignment.UpdatedAt) = (stock, call.Now);
        return JsonResponse.Object(writer => AssignmentJson.Write(writer, assignment));
    }
}
