namespace Voucherify.Loyalties.V2;

public sealed partial record UpdateMemberRequest
{
    /// <summary>Removes all metadata of the member.</summary>
    public static UpdateMemberRequest ClearMetadata() => new() { Metadata = null! };
}
