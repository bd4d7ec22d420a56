using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Looks up a transaction by its <c>source_id</c>, newest first. The service has no filter for it.</summary>
internal sealed class TransactionLookup(TransactionPages pages, ReconciliationOptions reconciliation)
{
    /// <summary>Looks up the transaction.</summary>
    /// <param name="expected">The transaction to look for.</param>
    /// <param name="sent">
    /// When the write was sent first. If that is not known, the lookup goes back to the card's first transaction.
    /// </param>
    /// <param name="options">The per-request overrides of the write: a gateway may require a header.</param>
    /// <param name="timeLeft">Returns the time that is left.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The transaction, or null when there is none.</returns>
    /// <exception cref="LoyaltySourceIdConflictException">The id belongs to another write.</exception>
    /// <exception cref="LoyaltyException">The transactions could not be read.</exception>
    public async Task<LoyaltyTransaction?> FindAsync(
        ExpectedTransaction expected,
        SendState sent,
        RequestOptions? options,
        Func<TimeSpan> timeLeft,
        CancellationToken cancellationToken)
    {
        string? cursor = null;
        DateTimeOffset? lowerBound = null;
        while (true)
        {
            var (page, serverNow) = await pages
                .ReadAsync(expected.MemberId, cursor, timeLeft(), options, cancellationToken)
                .ConfigureAwait(false);

            // Skip null rows, but count them when deciding whether the page is full.
            IReadOnlyList<LoyaltyTransaction> rows = [.. page.Data!.OfType<LoyaltyTransaction>()];
            var named = rows.Where(row => row.SourceId == expected.SourceId).ToList();
            if (named.Count > 0)
            {
                return named.Find(expected.Matches) ?? throw expected.ConflictWith(named[0]);
            }

            // By the service's clock: this machine's clock may be minutes off.
            lowerBound ??= serverNow - sent.SinceFirst - reconciliation.LookbackMargin;
            if ((rows.Count > 0 && rows[^1].CreatedAt < lowerBound) || !HasMore(page))
            {
                return null;
            }

            cursor = NextCursor(page, rows, cursor);
        }
    }

    private static bool HasMore(TransactionList page) => page.HasMore ?? page.Data!.Count >= TransactionPages.PageSize;

    // Rows that arrive at the head meanwhile do not matter: the next page is counted from the last row that was read.
    private static string NextCursor(TransactionList page, IReadOnlyList<LoyaltyTransaction> rows, string? cursor)
    {
        var next = page.MoreStartingAfter ?? (rows.Count > 0 ? rows[^1].Id : null);
        return next is not null && next != cursor
            ? next
            : throw new LoyaltyException(
                "The list of transactions is incomplete: more follow, but the service sent no cursor to continue from. It proves nothing.");
    }
}
