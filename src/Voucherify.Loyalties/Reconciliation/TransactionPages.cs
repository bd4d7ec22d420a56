using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Generated.V1.Api;
using Voucherify.Loyalties.Pipeline;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Reads the transactions of a card, newest first, page by page.</summary>
internal sealed class TransactionPages(
    Func<ITransactionsApi> createApi,
    CallSettingsSource settings,
    AttemptLoop attempts)
{
    private ITransactionsApi Api => field ??= createApi();

    /// <summary>Reads a page.</summary>
    /// <param name="memberId">The card.</param>
    /// <param name="place">The size of the page, and the transaction after which it begins; null for the first page.</param>
    /// <param name="timeLeft">The time for the call.</param>
    /// <param name="options">Per-request overrides.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The page.</returns>
    /// <exception cref="LoyaltyException">The page could not be read.</exception>
    public async Task<TransactionPage> ReadAsync(
        string memberId, (string? Cursor, int Size) place, TimeSpan timeLeft, RequestOptions? options, CancellationToken cancellationToken)
    {
        var query = new ListMemberTransactionsQuery
        {
            Limit = place.Size,
            Order = TransactionOrder.IdDescending,
            StartingAfterId = place.Cursor,
        };
        var own = RequestOptions.WithoutObserver(options);
        var call = new TransactionPageCall(
            settings.For(V1Operations.ListMemberTransactions, own, cancellationToken) with { TotalTimeout = timeLeft },
            () => Api.ListMemberTransactions(memberId, query.ToValues()));
        return await attempts.TryRunAsync(call).ConfigureAwait(false) is { } failure
            ? throw failure
            : new TransactionPage(call.Response!, call.ServerDate, call.IsCached, place.Size);
    }
}
