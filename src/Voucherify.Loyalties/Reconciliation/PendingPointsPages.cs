using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Reads the transactions of a card for the change of a bucket, and before that whether the bucket is still pending.</summary>
internal sealed class PendingPointsPages(Func<ICardsApi> createApi, ITransactionPages cards, TransactionPageReader reader)
    : ITransactionPages
{
    private ICardsApi Api => field ??= createApi();

    public async ValueTask<TransactionPage> ReadAsync(ExpectedTransaction expected, (string? Cursor, int Size) place, PageLimits limits)
    {
        if (place.Cursor is null && expected.RecordedAs is null)
        {
            var change = (ExpectedBucketChange)expected;
            var bucket = await FindAsync(change, limits).ConfigureAwait(false);
            change.See(isPending: bucket is not null, bucket?.Total);
        }

        return await cards.ReadAsync(expected, place, limits).ConfigureAwait(false);
    }

    private async Task<PendingPointsBucket?> FindAsync(ExpectedBucketChange change, PageLimits limits)
    {
        var (card, query) = (change.Card, new ListCardPendingPointsQuery { Limit = TransactionPage.FullSize });
        while (true)
        {
            var values = query.ToValues();
            var (page, _, isCached) = await reader.ReadAsync(
                V2Operations.ListCardPendingPoints,
                () => Api.ListCardPendingPoints(card.ProgramId, card.MemberId, card.CardId, values),
                static page => page.Items is not null,
                limits).ConfigureAwait(false);
            if (isCached)
            {
                throw new LoyaltyException("The list of pending points comes from a cache: it proves nothing.");
            }

            if (page.Items!.FirstOrDefault(bucket => bucket.Id.Value == change.BucketId) is { } found)
            {
                return found;
            }

            if (page.NextCursor is not { } next || next == query.Cursor)
            {
                return null;
            }

            query = query with { Cursor = next };
        }
    }
}
