using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Models.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A page of transactions in version 2 of the API.</summary>
/// <param name="List">What the service sent.</param>
/// <param name="Date">The service's clock at the response; null if the response does not say.</param>
/// <param name="IsCached">Whether a cache stored the response some time ago.</param>
internal sealed record ListedPage<TRow>(Page<TRow> List, DateTimeOffset? Date, bool IsCached)
    : TransactionPage(Date, IsCached)
    where TRow : class, IListedTransaction
{
    public override IReadOnlyList<ITransactionRow> Rows => List.Items!;

    public override string? NextCursor => List.NextCursor;
}
