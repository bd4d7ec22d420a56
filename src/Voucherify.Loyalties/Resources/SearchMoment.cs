using Voucherify.Loyalties.Reconciliation;

namespace Voucherify.Loyalties.Resources;

/// <summary>When a search takes place, and how it reads.</summary>
/// <param name="Now">The time of this machine.</param>
/// <param name="SinceFirstSend">The time since the first request of the write was sent, and how far clocks may differ.</param>
/// <param name="Options">The options of the reads, with the time that is left.</param>
/// <param name="CancellationToken">The caller's token.</param>
internal sealed record SearchMoment(
    DateTimeOffset Now, TimeSpan SinceFirstSend, RequestOptions Options, CancellationToken CancellationToken)
{
    /// <summary>How pages are read as evidence.</summary>
    public PageLimits Limits => new(Options.Timeout!.Value, Options, CancellationToken);

    /// <summary>
    /// Returns when the first request was sent at the earliest, by the service's clock. The earlier of two clocks goes further back. Null
    /// if the response has no date: then nothing is too old.
    /// </summary>
    /// <param name="date">The service's clock at a response.</param>
    public DateTimeOffset? FirstSend(DateTimeOffset? date) => date is { } made ? (made < Now ? made : Now) - SinceFirstSend : null;
}
