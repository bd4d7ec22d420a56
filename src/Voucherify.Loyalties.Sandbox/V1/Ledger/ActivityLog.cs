using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Records what happened to members.</summary>
internal sealed class ActivityLog(IdGenerator ids, string appId)
{
    public void Add(Transaction transaction, string? requestId)
    {
        foreach (var type in ActivityType.Of(transaction))
        {
            Add(transaction.Card, type, requestId, transaction.CreatedAt, entry =>
                entry with { Transaction = transaction, Pending = transaction.Pending });
        }
    }

    /// <summary>Adds an activity. The last argument completes it.</summary>
    public void Add(Card card, string type, string? requestId, DateTimeOffset at, Func<ActivityEntry, ActivityEntry> complete) =>
        card.Record(complete(new ActivityEntry(ids.NextActivityId(), type, card, requestId, at) { AppId = appId }));
}
