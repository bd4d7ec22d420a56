using Voucherify.Loyalties.Time;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Polls the list of a card's transactions for one of them.</summary>
/// <param name="clock">The clock of the waits.</param>
/// <param name="cards">Reads the list.</param>
/// <param name="card">The card.</param>
/// <param name="transactionId">The transaction.</param>
internal sealed class CardTransactionWait(
    ClientClock clock,
    ICardsClient cards,
    (ProgramId ProgramId, MemberId MemberId, CardId CardId) card,
    CardTransactionId transactionId)
{
    private readonly ListCardTransactionsQuery _query = new()
    {
        Limit = 100,
        Filters = new CardTransactionFilters { Id = new CardTransactionIdConditions { Is = transactionId.Value } },
    };

    /// <summary>Polls until the transaction is applied or rejected.</summary>
    /// <exception cref="LoyaltyTimeoutException">It did not end in time.</exception>
    public async Task<CardTransaction> UntilEndedAsync(WaitOptions wait, RequestOptions? options, CancellationToken cancellationToken)
    {
        var transaction = await JobPolling.UntilEndedAsync(
            clock,
            $"The transaction {transactionId}",
            () => FindAsync(options, cancellationToken),
            static found => found is { HasEnded: true },
            wait,
            cancellationToken).ConfigureAwait(false);
        return transaction!;
    }

    /// <summary>Reads the transaction; null if it is not listed yet.</summary>
    public async Task<CardTransaction?> FindAsync(RequestOptions? options, CancellationToken cancellationToken)
    {
        var page = await cards
            .ListCardTransactionsPageAsync(card.ProgramId, card.MemberId, card.CardId, _query, options, cancellationToken)
            .ConfigureAwait(false);
        return page.Items?.FirstOrDefault(row => row.Id == transactionId);
    }
}
