using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Models.V2;

/// <summary>The ids that name a member.</summary>
/// <param name="ProgramId">The program.</param>
/// <param name="MemberId">The member.</param>
internal sealed record MemberAddress(string ProgramId, string MemberId)
{
    /// <summary>The queue of the member.</summary>
    public string Queue { get; } = CardAddress.QueueOf(MemberId);

    /// <summary>Returns the address of a member.</summary>
    /// <exception cref="ArgumentException">There is no id, it is the id of something else, or it cannot be a path segment.</exception>
    public static MemberAddress Of(ProgramId programId, MemberId memberId) => new(IdCheck.Require(programId), IdCheck.Require(memberId));
}
