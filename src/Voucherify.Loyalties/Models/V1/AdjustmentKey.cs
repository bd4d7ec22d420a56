using System.Text;

namespace Voucherify.Loyalties.V1;

/// <summary>What identifies an adjustment in the transactions of a campaign.</summary>
/// <param name="VoucherId">The id of the card, such as <c>v_...</c>, from <c>RelatedObject.Id</c> of a balance. It is not the code.</param>
/// <param name="SourceId">The <c>source_id</c> that the adjustment was sent with.</param>
/// <param name="Points">How many points it adds; less than zero for a removal.</param>
public sealed record AdjustmentKey(string VoucherId, string SourceId, long Points)
{
    // ToString prints these members. Who a person is must not end up in a log.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("VoucherId = (personal), SourceId = ").Append(SourceId).Append(", Points = ").Append(Points);
        return true;
    }
}
