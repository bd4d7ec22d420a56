using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Time;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Polls the list of a card's transactions for one of them.</summary>
/// <param name="clock">The clock of the waits.</param>
/// <param name="cards">Reads the list.</param>
/// <param name="card">The card.</param>
/// <param name="transactionId">The transaction.</param>
/// <param name="wait">How long to wait, and how often to poll.</param>
internal sealed class CardTransactionWait(
    ClientClock clock, ICardsClient cards, CardAddress card, CardTransactionId transactionId, WaitOptions wait)
{
    /// <summary>Polls until the transaction is listed.</summary>
    /// <exception cref="LoyaltyTimeoutException">It was not listed in time.</exception>
    public Task<CardTransaction> UntilListedAsync(RequestOptions? options, CancellationToken cancellationToken) =>
        UntilAsync(static _ => true, options, cancellationToken);

    /// <summary>Polls until the transaction is applied or rejected.</summary>
    /// <exception cref="LoyaltyTimeoutException">It did not end in time.</exception>
    public Task<CardTransaction> UntilEndedAsync(RequestOptions? options, CancellationToken cancellationToken) =>
        UntilAsync(static found => found.HasEnded, options, cancellationToken);

    /// <summary>Polls until the transaction is applied.</summary>
    /// <exception cref="LoyaltyTimeoutException">It did not end in time.</exception>
    /// <exception cref="LoyaltyTransactionRejectedException">The service has rejected it.</exception>
    public async Task UntilAppliedAsync(string sourceId, RequestOptions? options, CancellationToken cancellationToken)
    {
        var ended = await UntilEndedAsync(options, cancellationToken).ConfigureAwait(false);
        LoyaltyTransactionRejectedException.ThrowIf(ended, sourceId);
    }

    private async Task<CardTransaction> UntilAsync(
        Func<CardTransaction, bool> isIt, RequestOptions? options, CancellationToken cancellationToken)
    {
        var transaction = await JobPolling.UntilEndedAsync(
            clock,
            $"The transaction {transactionId}",
            () => FindAsync(options, cancellationToken),
            found => found is not null && isIt(found),
            wait,
            cancellationToken).ConfigureAwait(false);
        return transaction!;
    }

    private async Task<CardTransaction?> FindAsync(RequestOptions? options, CancellationToken cancellationToken)
    {
        var query = CardTransactionQueries.ById(transactionId.Value);
        var page = await cards
            .ListTransactionsAsync(card, query, options, cancellationToken)
            .ConfigureAwait(false);
        return page.Items?.FirstOrDefault(row => row.Id == transactionId);
    }
}
