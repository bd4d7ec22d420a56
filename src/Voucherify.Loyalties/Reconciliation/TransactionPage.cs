using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A page of a card's transactions.</summary>
/// <param name="List">What the service sent.</param>
/// <param name="Date">The service's clock at the response; null if the response does not say.</param>
/// <param name="IsCached">Whether a cache stored the response some time ago.</param>
/// <param name="Size">How many rows were asked for.</param>
internal sealed record TransactionPage(TransactionList List, DateTimeOffset? Date, bool IsCached, int Size)
{
    /// <summary>The most rows of a page.</summary>
    public const int FullSize = 100;

    /// <summary>The rows of the first page when the card was read before: usually, few are new.</summary>
    public const int SmallSize = 10;

    /// <summary>The rows, newest first if the service kept the order. Null rows are left out.</summary>
    public IReadOnlyList<LoyaltyTransaction> Rows { get; } = [.. List.Data!.OfType<LoyaltyTransaction>()];

    /// <summary>Where the next page begins; null after the last page.</summary>
    /// <exception cref="LoyaltyException">More rows follow, but the page does not say from where.</exception>
    public string? NextCursor => List.MoreStartingAfter ?? (HasMore ? LastId : null);

    // A null row counts when the page might be full.
    private bool HasMore => List.HasMore ?? List.Data!.Count >= Size;

    private string LastId => Rows is [.., { Id: { Length: > 0 } id }]
        ? id
        : throw new LoyaltyException(
            "The list of transactions is incomplete: more follow, but the service sent no cursor to continue from. It proves nothing.");
}
