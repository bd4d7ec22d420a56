using Voucherify.Loyalties.Models;

namespace Voucherify.Loyalties.V2;

public sealed partial record CardTransaction : ITransactionRow
{
    /// <summary>
    /// How many points move: <c>Details.Points.Total</c>. The <see cref="Type"/> tells the direction, not the sign. Null if the service did
    /// not say.
    /// </summary>
    public long? Points => Details?.Points?.Total;

    /// <summary>Whether it is applied or rejected, so that its status no longer changes.</summary>
    public bool HasEnded => Status?.Value is CardTransactionStatus.Approved or CardTransactionStatus.Rejected;

    string ITransactionRow.RowId => Id.Value;
}
