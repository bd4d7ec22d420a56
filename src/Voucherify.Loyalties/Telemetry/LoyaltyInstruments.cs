using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties.Telemetry;

/// <summary>
/// What one client measures. All clients of the process share one meter, which is never disposed: when a meter ends, OpenTelemetry stops
/// every meter with the same name. A tag tells the clients apart.
/// </summary>
internal sealed class LoyaltyInstruments : IDisposable
{
    /// <summary>Buckets from a quick read to a search over the whole window. OpenTelemetry's defaults are for milliseconds.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 120, 300],
    };

    private static readonly Meter Meter = new(LoyaltyTelemetry.MeterName, LoyaltyClientDefaults.Version);

    private static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "voucherify.loyalties.operation.duration",
        "s",
        "The time of a call, including the wait for its turn, all its attempts and the search for its outcome.",
        advice: Seconds);

    private static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "voucherify.loyalties.retries", "{retry}", "Attempts that followed another attempt.");

    private static readonly Counter<long> Reconciliations = Meter.CreateCounter<long>(
        "voucherify.loyalties.reconciliations",
        "{reconciliation}",
        "Adjustments and transfers that were searched for in the transactions, by result.");

    private static readonly Counter<long> BackgroundSearches = Meter.CreateCounter<long>(
        "voucherify.loyalties.background_searches",
        "{search}",
        "Searches for the outcome of a write that went on after its caller had given up.");

    private static readonly Counter<long> ClosedCards = Meter.CreateCounter<long>(
        "voucherify.loyalties.cards.closed",
        "{card}",
        "Calls that left their card closed, because their outcome is unknown.");

    private static readonly Counter<long> Duplicates = Meter.CreateCounter<long>(
        "voucherify.loyalties.duplicates",
        "{duplicate}",
        "Searches that found a source_id more than once in the transactions.");

    private static readonly Counter<long> ForeignResponses = Meter.CreateCounter<long>(
        "voucherify.loyalties.foreign_responses",
        "{response}",
        "Responses that do not look like Voucherify's.");

    private static readonly Histogram<double> QueueWait = Meter.CreateHistogram(
        "voucherify.loyalties.queue.wait",
        "s",
        "The time that a call waited for its turn on a card.",
        advice: Seconds);

    /// <summary>The clients whose limit is measured. It does not keep them alive: a client may never be disposed.</summary>
    private static readonly ConditionalWeakTable<LoyaltyInstruments, Func<long?>> Clients = Measured();

    private readonly string? _clientName;
    private readonly string _host;

    /// <summary>Creates what a client measures, until it is disposed.</summary>
    /// <param name="options">The name of the client, and the address that it calls.</param>
    /// <param name="remainingCalls">Returns the number of calls that the rate limit still allows.</param>
    public LoyaltyInstruments(LoyaltyClientOptions options, Func<long?> remainingCalls)
    {
        _clientName = options.ClientName;
        _host = options.Cluster.ApiAddress.Host;
        Clients.Add(this, remainingCalls);
    }

    public static bool MeasuresDuration => Duration.Enabled;

    public void Ended(in TagList tags, TimeSpan duration)
    {
        var all = tags;
        AddClient(ref all);
        SafeInvoke.Run((all, duration), static end => Duration.Record(end.duration.TotalSeconds, end.all));
    }

    public void Retried(Operation operation, string reason) => Count(Retries, operation, (TagNames.Reason, reason));

    public void Reconciled(Operation operation, string result) => Count(Reconciliations, operation, (TagNames.Result, result));

    public void CardClosed(Operation operation) => Count(ClosedCards, operation);

    public void Duplicate(Operation operation) => Count(Duplicates, operation);

    public void ForeignResponse(Operation operation) => Count(ForeignResponses, operation);

    public void SearchingInBackground(Operation operation) => Count(BackgroundSearches, operation);

    public void Queued(Operation operation, TimeSpan wait)
    {
        if (QueueWait.Enabled)
        {
            SafeInvoke.Run((wait, tags: TagsOf(operation)), static turn => QueueWait.Record(turn.wait.TotalSeconds, turn.tags));
        }
    }

    public void Dispose() => Clients.Remove(this);

    private static ConditionalWeakTable<LoyaltyInstruments, Func<long?>> Measured()
    {
        ConditionalWeakTable<LoyaltyInstruments, Func<long?>> clients = [];
        Meter.CreateObservableGauge(
            "voucherify.loyalties.rate_limit.remaining",
            () => Remaining(clients),
            "{call}",
            "Calls that the service still allows in the current period.");
        return clients;
    }

    /// <summary>Measures each name and host once: clients that share both may share a limit, so the lowest number counts.</summary>
    private static IEnumerable<Measurement<long>> Remaining(ConditionalWeakTable<LoyaltyInstruments, Func<long?>> clients) => clients
        .Select(static client => (client.Key._clientName, client.Key._host, Calls: client.Value()))
        .Where(static client => client.Calls is not null)
        .GroupBy(static client => (client._clientName, client._host), static client => client.Calls!.Value)
        .Select(static client =>
        {
            var tags = new TagList { { TagNames.ServerAddress, client.Key._host } };
            AddClient(ref tags, client.Key._clientName);
            return new Measurement<long>(client.Min(), tags);
        });

    private static void AddClient(ref TagList tags, string? name)
    {
        if (!string.IsNullOrEmpty(name))
        {
            tags.Add(TagNames.Client, name);
        }
    }

    private void AddClient(ref TagList tags) => AddClient(ref tags, _clientName);

    private TagList TagsOf(Operation operation)
    {
        var tags = new TagList { { TagNames.Operation, operation.Id } };
        AddClient(ref tags);
        return tags;
    }

    private void Count(Counter<long> counter, Operation operation, (string Name, string Value)? tag = null)
    {
        if (!counter.Enabled)
        {
            return;
        }

        var tags = TagsOf(operation);
        if (tag is { } more)
        {
            tags.Add(more.Name, more.Value);
        }

        SafeInvoke.Run((counter, tags), static one => one.counter.Add(1, one.tags));
    }
}
