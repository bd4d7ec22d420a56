using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Polls a list of transactions for one of them.</summary>
/// <param name="clock">The clock of the waits.</param>
/// <param name="transactionId">The transaction.</param>
/// <param name="wait">How long to wait, and how often to poll.</param>
/// <param name="readAsync">Reads the list, with the transaction as its filter.</param>
internal sealed class TransactionWait<TRow>(
    ClientClock clock, string transactionId, WaitOptions wait, Func<RequestOptions?, CancellationToken, Task<Page<TRow>>> readAsync)
    where TRow : class, IListedTransaction
{
    /// <summary>Polls until the transaction is listed.</summary>
    /// <exception cref="LoyaltyTimeoutException">It was not listed in time.</exception>
    public Task<TRow> UntilListedAsync(RequestOptions? options, CancellationToken cancellationToken) =>
        UntilAsync(static _ => true, options, cancellationToken);

    /// <summary>Polls until the transaction is applied or rejected.</summary>
    /// <exception cref="LoyaltyTimeoutException">It did not end in time.</exception>
    public Task<TRow> UntilEndedAsync(RequestOptions? options, CancellationToken cancellationToken) =>
        UntilAsync(static found => found.HasEnded, options, cancellationToken);

    private async Task<TRow> UntilAsync(Func<TRow, bool> isIt, RequestOptions? options, CancellationToken cancellationToken)
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

    private async Task<TRow?> FindAsync(RequestOptions? options, CancellationToken cancellationToken)
    {
        var page = await readAsync(options, cancellationToken).ConfigureAwait(false);
        return page.Items?.FirstOrDefault(row => row.RowId == transactionId);
    }
}
