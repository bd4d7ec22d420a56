using Voucherify.Loyalties.Models.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A purchase of a member, or its refund.</summary>
internal interface IOfMember
{
    /// <summary>The member.</summary>
    MemberAddress Member { get; }
}
