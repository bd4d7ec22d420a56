using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>Something that members buy with points.</summary>
internal sealed class RewardDefinition(string id, string name, DateTimeOffset createdAt)
    : ConfigResource(ResourceKinds.Reward, id, name, createdAt)
{
    /// <summary>Whether purchases can be refunded.</summary>
    public bool IsRefundable =>
        Properties.FindObject("refunds") is { } refunds && JsonBody.FindString(refunds, "type") == "REFUNDABLE";
}
