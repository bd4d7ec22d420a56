using System.Collections.Concurrent;
using Voucherify.Loyalties;

namespace LoyaltyApi.Webhooks;

/// <summary>
/// The points that webhooks announced. Each event counts once, because the service repeats a webhook that gets no response in time. The
/// dictionary stands in for a database table with the event id as its key.
/// </summary>
internal sealed partial class Arrivals(ILogger<Arrivals> log)
{
    private readonly ConcurrentDictionary<string, Arrival> _events = new(StringComparer.Ordinal);

    public IEnumerable<Arrival> All => _events.Values.OrderBy(static arrival => arrival.At);

    public void Add(PointsAddedWebhookEvent added)
    {
        var arrival = new Arrival(
            added.Data?.Voucher?.Code.Value, added.Data?.Balance?.Points, added.Data?.Balance?.Balance, added.EventCreatedAt);
        var id = added.EventId.Length > 0 ? added.EventId : added.Id;
        if (id.Length > 0 && _events.TryAdd(id, arrival))
        {
            LogArrival(log, arrival.Points, arrival.Card, arrival.Balance);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Points} points arrived on card {Card}. Its balance is {Balance}.")]
    private static partial void LogArrival(ILogger log, long? points, string? card, long? balance);
}
