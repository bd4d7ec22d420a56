using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Generated.V1.Api;
using Voucherify.Loyalties.Pipeline;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Reads the transactions of a card, newest first, page by page.</summary>
internal sealed class TransactionPages(Func<ITransactionsApi> createApi, CallSettingsSource settings, AttemptLoop attempts, TimeProvider time)
{
    /// <summary>The number of rows of a full page.</summary>
    public const int PageSize = 100;

    // A foreign page with status 200 must not pass for an empty list.
    private static Operation<TransactionList> Operation =>
        field ??= V1Operations.ListMemberTransactions with { IsComplete = static list => list.Data is not null };

    private ITransactionsApi Api => field ??= createApi();

    /// <summary>Reads a page.</summary>
    /// <param name="memberId">The card.</param>
    /// <param name="cursor">The page begins after this transaction; null for the first page.</param>
    /// <param name="timeLeft">The time for the call.</param>
    /// <param name="options">Per-request overrides.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The page, and the service's clock.</returns>
    /// <exception cref="LoyaltyException">The page could not be read.</exception>
    public async Task<(TransactionList Page, DateTimeOffset ServerNow)> ReadAsync(
        string memberId, string? cursor, TimeSpan timeLeft, RequestOptions? options, CancellationToken cancellationToken)
    {
        var query = new ListMemberTransactionsQuery { Limit = PageSize, Order = TransactionOrder.IdDescending, StartingAfterId = cursor };
        var call = new ResourceCall<TransactionList>(
            Operation,
            settings.For(Operation, options, cancellationToken) with { TotalTimeout = timeLeft },
            () => Api.ListMemberTransactions(memberId, query.ToValues()));
        return await attempts.TryRunAsync(call).ConfigureAwait(false) is { } failure
            ? throw failure
            : (call.Response!, call.ServerDate ?? time.GetUtcNow());
    }
}
