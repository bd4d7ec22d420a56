using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties;

/// <summary>
/// One <c>source_id</c> was used for two different writes. Either the card's transactions already have it with other points
/// (<see cref="Existing"/>), and this write can no longer be applied; or a call with it is running or unresolved in this client. This call
/// applied nothing: give each write its own id.
/// </summary>
public sealed class LoyaltySourceIdConflictException : LoyaltyException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What conflicts.</param>
    public LoyaltySourceIdConflictException(string message)
        : base(message)
    {
    }

    /// <summary>The id.</summary>
    public string? SourceId { get; init; }

    /// <summary>The loyalty card; for version 2 of the API, the member.</summary>
    public string? MemberId { get; init; }

    /// <summary>The transaction that already has the id; null when the conflict is with a call of this client.</summary>
    public LoyaltyTransaction? Existing { get; init; }

    /// <summary>
    /// The transaction of version 2 of the API that already has the id; null when the conflict is with a call of this client, and for
    /// version 1.
    /// </summary>
    public CardTransaction? ExistingCardTransaction { get; init; }

    internal ITransactionRow? Row => Existing ?? (ITransactionRow?)ExistingCardTransaction;
}
