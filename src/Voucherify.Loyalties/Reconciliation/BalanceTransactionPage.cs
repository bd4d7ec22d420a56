using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A page of a card's transactions in version 1 of the API.</summary>
/// <param name="List">What the service sent.</param>
/// <param name="Date">The service's clock at the response; null if the response does not say.</param>
/// <param name="IsCached">Whether a cache stored the response some time ago.</param>
/// <param name="Size">How many rows were asked for.</param>
internal sealed record BalanceTransactionPage(TransactionList List, DateTimeOffset? Date, bool IsCached, int Size)
    : TransactionPage(Date, IsCached)
{
    public override IReadOnlyList<ITransactionRow> Rows { get; } = [.. List.Data!.OfType<LoyaltyTransaction>()];

    public override string? NextCursor => List.MoreStartingAfter ?? (HasMore ? LastId : null);

    // A null row counts when the page might be full.
    private bool HasMore => List.HasMore ?? List.Data!.Count >= Size;

    private string LastId => Rows is [.., { RowId: { Length: > 0 } id }]
        ? id
        : throw new LoyaltyException(
            "The list of transactions is incomplete: more follow, but the service sent no cursor to continue from. It proves nothing.");
}
