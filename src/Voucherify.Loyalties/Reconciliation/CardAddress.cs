namespace Voucherify.Loyalties.Reconciliation;

/// <summary>The ids that name a card in version 2 of the API.</summary>
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

    /// <summary>Returns the queue of a member.</summary>
    public static string QueueOf(string memberId) => "member " + memberId;
}
