using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Reconciliation;

namespace Voucherify.Loyalties.Resources;

/// <summary>Reads pages of lists as evidence: not from a cache, and with the time of the service.</summary>
internal sealed class EvidenceReads(TransactionPageReader pages)
{
    /// <summary>Reads a page of a list of version 2.</summary>
    /// <param name="list">The operation that lists the rows.</param>
    /// <param name="build">Builds its request.</param>
    /// <param name="moment">When the search takes place.</param>
    public Task<EvidencePage<T>> ReadAsync<T>(Operation<Page<T>> list, Func<Task<HttpRequestMessage>> build, SearchMoment moment) =>
        ReadAsync(list, build, static page => page.Items, static page => page.NextCursor, moment);

    /// <summary>Reads a page.</summary>
    /// <param name="list">The operation that lists the rows.</param>
    /// <param name="build">Builds its request.</param>
    /// <param name="rows">The rows of a response; null if it has no list.</param>
    /// <param name="next">The cursor of the next page.</param>
    /// <param name="moment">When the search takes place.</param>
    public async Task<EvidencePage<TRow>> ReadAsync<TList, TRow>(
        Operation<TList> list,
        Func<Task<HttpRequestMessage>> build,
        Func<TList, IReadOnlyList<TRow>?> rows,
        Func<TList, string?> next,
        SearchMoment moment)
        where TList : class
    {
        var (page, date, isCached) = await pages
            .ReadAsync(list, build, page => rows(page) is not null, moment.Limits)
            .ConfigureAwait(false);
        return new(rows(page)!, next(page), date, isCached);
    }
}
