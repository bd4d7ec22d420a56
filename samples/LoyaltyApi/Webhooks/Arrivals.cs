using System.Collections.Concurrent;
using Voucherify.Loyalties;

namespace LoyaltyApi.Webhooks;

/// <summary>
/// The points that webhooks told of, each event once: the service repeats a webhook that was not answered in time.
/// The dictionary stands for a table of yours whose key is the event id.
/// </summary>
internal sealed partial class Arrivals(ILogger<Arrivals> log)
{
    private readonly ConcurrentDictionary<string, Arrival> _events = new(StringComparer.Ordinal);

    public IEnumerable<Arrival> All => _events.Values.OrderBy(static arrival => arrival.At);

    public void Add(PointsAddedWebhookEvent added)
    {
        var arrival = new Arrival(
            added.Data?.Voucher?.Code.Value, added.Data?.Balance?.Points, added.Data?.Balance?.Balance, added.EventCreatedAt);
        if ((added.EventId ?? added.Id) is { } id && _events.TryAdd(id, arrival))
        {
            LogArrival(log, arrival.Points, arrival.Card, arrival.Balance);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Points} points arrived on {Card}: {Balance} in all.")]
    private static partial void LogArrival(ILogger log, long? points, string? card, long? balance);
}
