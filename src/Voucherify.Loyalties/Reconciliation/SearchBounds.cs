using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>How far back a search goes, and how fresh a page must be to prove that a write is absent.</summary>
/// <param name="sent">When the write was sent.</param>
/// <param name="isOver">Whether the write can no longer be applied, so that its absence counts.</param>
/// <param name="margin">How far the clocks of the service may differ.</param>
/// <param name="service">The service's clock.</param>
/// <param name="time">This machine's clock.</param>
internal sealed class SearchBounds(SendState sent, bool isOver, TimeSpan margin, ServiceClock service, TimeProvider time)
{
    /// <summary>The service's dates have no fractions of a second.</summary>
    private const long Precision = TimeSpan.TicksPerSecond;

    private readonly long _freshFrom = FreshFrom(sent, isOver, service, time);
    private readonly long _began = service.UtcTicksAt(time.GetTimestamp());
    private DateTimeOffset? _firstSend;
    private DateTimeOffset? _oldest;
    private bool _begun;

    /// <summary>How far the clocks of the service may differ.</summary>
    public TimeSpan Margin => margin;

    /// <summary>
    /// Begins with the first page. Its date may be wrong, and so may this machine's clock: the earlier one goes further back. Without a
    /// date, the search reads everything.
    /// </summary>
    public void Begin(DateTimeOffset? date)
    {
        if (!_begun)
        {
            _begun = true;
            var now = time.GetUtcNow();
            var newest = date < now ? date : date is null ? null : now;
            _firstSend = newest - (sent.SinceFirst ?? sent.SinceDoubtful);
            _oldest = newest - sent.Reach;
        }
    }

    /// <summary>Whether a transaction is so old that the search need not go further back.</summary>
    public bool IsBefore(DateTimeOffset created) => created < _oldest - margin;

    /// <summary>Returns how old a transaction is.</summary>
    public RowAge AgeOf(ITransactionRow row)
    {
        var created = row.CreatedAt;
        return new(
            IsInReach: !(created < _oldest),
            IsSinceFirstSend: sent.MaybeSent && !(created < _firstSend),
            IsAboutSinceFirstSend: sent.MaybeSent && !(created < _firstSend - margin))
        {
            IsKnown = created is not null && _firstSend is not null,
        };
    }

    /// <summary>Whether a page was made after the search began, so that it shows everything that was listed by then.</summary>
    public bool IsFresh(DateTimeOffset? date) => date is { } made && made.UtcTicks + Precision >= _began;

    /// <summary>Whether a page was made before the write could no longer be applied.</summary>
    public bool IsStale(DateTimeOffset? date) => date is { } made && made.UtcTicks + Precision < _freshFrom;

    // Without a send, the list must not be older than the search: the id may have been applied just before. Until a response has told the
    // service's clock, a list of any age counts then: this machine's clock may be wrong.
    private static long FreshFrom(SendState sent, bool isOver, ServiceClock service, TimeProvider time) => (isOver, sent.MaybeSent) switch
    {
        (true, true) => service.UtcTicksAt(sent.WindowEnd),
        (true, false) when service.IsObserved => service.UtcTicksAt(time.GetTimestamp()),
        _ => long.MinValue,
    };
}
