using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Generated.V1.Api;
using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Looks for a transaction by its <c>source_id</c>, newest first. The service has no filter for it.</summary>
internal sealed class TransactionLookup(LoyaltyTransport transport)
{
    private const int PageSize = 100;

    private readonly ITransactionsApi _api = transport.CreateApi<ITransactionsApi>();

    /// <summary>Looks for the transaction.</summary>
    /// <param name="expected">What to look for.</param>
    /// <param name="sent">When the change was sent first; when nobody knows, the look goes back to the card's first transaction.</param>
    /// <param name="options">What the caller of the change wants otherwise: a gateway may ask for a header.</param>
    /// <param name="timeout">Gives the time that is left.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <returns>The transaction, or null when there is none.</returns>
    /// <exception cref="LoyaltySourceIdConflictException">The id belongs to another change.</exception>
    /// <exception cref="LoyaltyException">The transactions could not be read.</exception>
    public async Task<LoyaltyTransaction?> FindAsync(
        ExpectedTransaction expected,
        SendState sent,
        RequestOptions? options,
        Func<TimeSpan> timeout,
        CancellationToken cancellationToken)
    {
        string? cursor = null;
        DateTimeOffset? lowerBound = null;
        while (true)
        {
            var (page, serverNow) = await ReadPageAsync(expected.MemberId, cursor, options, timeout(), cancellationToken).ConfigureAwait(false);
            // A row that is null says nothing, but counts for whether the page is full.
            IReadOnlyList<LoyaltyTransaction> rows = [.. page.Data!.OfType<LoyaltyTransaction>()];
            var named = rows.Where(row => row.SourceId == expected.SourceId).ToList();
            if (named.Count > 0)
            {
                return named.Find(expected.Matches) ?? throw Conflict(expected, named[0]);
            }

            // By the service's clock: this machine's may be minutes off.
            lowerBound ??= serverNow - sent.SinceFirst - transport.Options.Reconciliation.LookbackMargin;
            if (rows.Count > 0 && rows[^1].CreatedAt < lowerBound)
            {
                return null;
            }

            if (!HasMore(page))
            {
                return null;
            }

            cursor = NextCursor(page, rows, cursor);
        }
    }

    private async Task<(TransactionList Page, DateTimeOffset ServerNow)> ReadPageAsync(
        string memberId, string? cursor, RequestOptions? options, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var query = new ListMemberTransactionsQuery { Limit = PageSize, Order = TransactionOrder.IdDescending, StartingAfterId = cursor };
        // A foreign page with status 200 must not pass for an empty list.
        var call = transport.NewCall(
            V1Operations.ListMemberTransactions,
            () => _api.ListMemberTransactions(memberId, query.ToValues()),
            V1Json.TransactionList,
            static list => list.Data is not null,
            subject: null,
            options,
            cancellationToken);
        call.TotalTimeout = timeout;
        return await transport.TryRunAsync(call).ConfigureAwait(false) is { } failure
            ? throw failure
            : (call.Answer!, call.ServerDate ?? transport.Options.TimeProvider.GetUtcNow());
    }

    private static bool HasMore(TransactionList page) => page.HasMore ?? page.Data!.Count >= PageSize;

    // Rows that arrive at the head meanwhile do not matter: the next page is counted from the last row that was read.
    private static string NextCursor(TransactionList page, IReadOnlyList<LoyaltyTransaction> rows, string? cursor)
    {
        var next = page.MoreStartingAfter ?? (rows.Count > 0 ? rows[^1].Id : null);
        return next is not null && next != cursor
            ? next
            : throw new LoyaltyException("The list of transactions goes on, but does not say where: nothing can be concluded from it.");
    }

    private static LoyaltySourceIdConflictException Conflict(ExpectedTransaction expected, LoyaltyTransaction found) =>
        new($"The transaction {found.Id} of '{expected.MemberId}' has source_id '{expected.SourceId}' already, and is another change: "
            + $"{found.Type} of {found.Details?.Balance?.Points} points from {found.CreatedAt:u}, not {expected.Type} of {expected.Points}. This change was not sent again.")
        {
            SourceId = expected.SourceId,
            MemberId = expected.MemberId,
            Existing = found,
        };
}
