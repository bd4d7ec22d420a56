namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>The states of programs, members and what programs consist of (documented).</summary>
internal static class ResourceStatus
{
    public const string Draft = "DRAFT";
    public const string Active = "ACTIVE";
    public const string Inactive = "INACTIVE";
    public const string Deleted = "DELETED";
}
