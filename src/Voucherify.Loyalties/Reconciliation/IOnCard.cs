using Voucherify.Loyalties.Models.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A transaction of a card of version 2 of the API.</summary>
internal interface IOnCard
{
    /// <summary>The card.</summary>
    CardAddress Card { get; }
}
