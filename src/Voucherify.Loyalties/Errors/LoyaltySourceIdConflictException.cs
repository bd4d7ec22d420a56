using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

/// <summary>
/// One <c>source_id</c> stands for two different changes: the card's transactions have it with other points (<see cref="Existing"/>), and this
/// one can no longer be applied; or a call with it is under way or unresolved in this client. This call applied nothing: give each change an id of
/// its own.
/// </summary>
public sealed class LoyaltySourceIdConflictException : LoyaltyException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What stands against what.</param>
    public LoyaltySourceIdConflictException(string message)
        : base(message)
    {
    }

    /// <summary>The id.</summary>
    public string? SourceId { get; init; }

    /// <summary>The loyalty card.</summary>
    public string? MemberId { get; init; }

    /// <summary>The transaction that has the id already; null when it is a call of this client.</summary>
    public LoyaltyTransaction? Existing { get; init; }
}
