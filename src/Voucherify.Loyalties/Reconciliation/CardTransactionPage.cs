using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A page of a card's transactions in version 2 of the API.</summary>
/// <param name="List">What the service sent.</param>
/// <param name="Date">The service's clock at the response; null if the response does not say.</param>
/// <param name="IsCached">Whether a cache stored the response some time ago.</param>
internal sealed record CardTransactionPage(Page<CardTransaction> List, DateTimeOffset? Date, bool IsCached)
    : TransactionPage(Date, IsCached)
{
    public override IReadOnlyList<ITransactionRow> Rows => List.Items!;

    public override string? NextCursor => List.NextCursor;
}
