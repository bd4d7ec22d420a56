using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Models.V2;

/// <summary>The ids that name a card.</summary>
/// <param name="ProgramId">The program.</param>
/// <param name="MemberId">The member.</param>
/// <param name="CardId">The card.</param>
internal sealed record CardAddress(string ProgramId, string MemberId, string CardId)
{
    /// <summary>
    /// The queue of the member, with a name that no card of version 1 has. The service chooses the card of a purchase, so the order is kept
    /// for all cards of a member together.
    /// </summary>
    public string Queue { get; } = QueueOf(MemberId);

    /// <summary>The card under which this client remembers writes.</summary>
    public string Key { get; } = "card " + CardId;

    /// <summary>Returns the address of a card.</summary>
    /// <exception cref="ArgumentException">There is no id, it is the id of something else, or it cannot be a path segment.</exception>
    public static CardAddress Of(ProgramId programId, MemberId memberId, CardId cardId) =>
        new(IdCheck.Require(programId), IdCheck.Require(memberId), IdCheck.Require(cardId));

    /// <summary>Returns the queue of a member.</summary>
    public static string QueueOf(string memberId) => "member " + memberId;
}
