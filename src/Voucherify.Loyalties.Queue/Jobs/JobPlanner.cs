namespace Voucherify.Loyalties.Queue.Jobs;

/// <summary>Counts what a job would cost.</summary>
internal sealed class JobPlanner(AdjustmentQueueOptions options, TimeSpan settleDelay, double? callsPerMinute)
{
    /// <summary>The share of requests that are assumed to be lost: each costs a lookup and another send.</summary>
    private const double Loss = 0.005;

    private const double RowsPerCall = 100;

    /// <summary>The time of a call itself.</summary>
    private static readonly TimeSpan CallTime = TimeSpan.FromSeconds(0.3);

    private readonly Dictionary<int, long> _cards = [];
    private long _items;
    private long _points;
    private long _calls;

    /// <summary>Counts an item.</summary>
    public void Add(QueuedItem item)
    {
        // Only the hash is kept: a file of a million cards must not fill the memory.
        var card = StringComparer.Ordinal.GetHashCode(item.LineKey);
        _cards[card] = _cards.GetValueOrDefault(card) + 1;
        _items++;
        _points += item.Points;
        _calls += item is QueuedCardAdjustment ? 2 : 1;
    }

    public JobPlan Plan()
    {
        var calls = (long)Math.Ceiling(_calls + (2 * _items * Loss) + (_items / RowsPerCall));
        var longest = _cards.Count == 0 ? 0 : _cards.Values.Max();
        var byCard = longest * (settleDelay + CallTime);
        var byRate = callsPerMinute is { } rate ? TimeSpan.FromMinutes(calls / rate) : (TimeSpan?)null;
        return new JobPlan
        {
            Items = _items,
            Cards = _cards.Count,
            LongestCard = longest,
            Points = _points,
            Calls = calls,
            Duration = byRate is null ? null : byRate > byCard ? byRate : byCard,
            Bound = byRate is null ? null : byRate > byCard ? "rate" : "longest card",
            ShareOfCycle = options.MaxCallsPerCycle is { } cap ? (double)calls / cap : null,
        };
    }
}
