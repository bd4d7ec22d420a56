using System.Runtime.CompilerServices;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Looks up a transaction by the id of its write, newest first. The service has no filter for that.</summary>
/// <param name="lists">The lists of transactions.</param>
/// <param name="service">The service's clock.</param>
/// <param name="time">This machine's clock.</param>
/// <param name="reconciliation">The margin of the clocks.</param>
internal sealed class TransactionLookup(
    TransactionLists lists,
    ServiceClock service,
    TimeProvider time,
    ReconciliationOptions reconciliation)
{
    /// <summary>Looks up the transaction.</summary>
    /// <param name="expected">The transaction to look for.</param>
    /// <param name="sent">When the write was sent.</param>
    /// <param name="isOver">Whether the write can no longer be applied.</param>
    /// <param name="options">The per-request overrides of the write: a gateway may require a header.</param>
    /// <param name="timeLeft">Returns the time that is left.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="LoyaltyException">The transactions could not be read, or prove nothing.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Finding> FindAsync(
        ExpectedTransaction expected,
        SendState sent,
        bool isOver,
        RequestOptions? options,
        Func<TimeSpan> timeLeft,
        CancellationToken cancellationToken)
    {
        expected.BeginLookup();
        var pages = lists.PagesFor(expected);
        var bounds = new SearchBounds(sent, isOver, reconciliation.LookbackMargin, service, time);
        var scan = new TransactionScan(expected, bounds);
        string? cursor = null;
        var size = sent.WasRead ? TransactionPage.SmallSize : TransactionPage.FullSize;
        do
        {
            var page = await pages
                .ReadAsync(expected, (cursor, size), new PageLimits(timeLeft(), options, cancellationToken))
                .ConfigureAwait(false);
            cursor = scan.Add(page);
            size = TransactionPage.FullSize;
        }
        while (cursor is not null);
        return expected.Decide(scan.Finding);
    }
}
