using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Changes pending points, and activates them when their day begins. All of it at once, without the lag (A).</summary>
internal sealed class PendingLedger(ProjectCalendar calendar, IdGenerator ids, LedgerWriter book, ActivityLog activity)
{
    private readonly List<PendingEntry> _all = [];
    private readonly Dictionary<string, PendingEntry> _byId = new(StringComparer.Ordinal);
    private readonly PriorityQueue<PendingEntry, (DateTimeOffset Due, int Order)> _waiting = new();

    /// <summary>Oldest first, by ascending id.</summary>
    public IReadOnlyList<PendingEntry> All => _all;

    /// <summary>When the next entry is activated, or the end of time.</summary>
    public DateTimeOffset NextDue => _waiting.TryPeek(out _, out var key) ? key.Due : DateTimeOffset.MaxValue;

    public PendingEntry? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Adds points that a test gives.</summary>
    public PendingEntry Add(Card card, long points, DateOnly activatesOn, string? orderId) =>
        Add(new PendingEntry(ids.NextPendingPointsId(), card, orderId ?? ids.NextOrderId(), points, activatesOn, book.Now));

    /// <summary>Adds points that an order earned.</summary>
    public void Earn(Card card, long points, DateOnly activatesOn, Order order, StoredRule rule)
    {
        var entry = Add(new PendingEntry(ids.NextPendingPointsId(), card, order.Id, points, activatesOn, book.Now) { Order = order, Rule = rule });
        book.Journal.Add(entry, TransactionType.PendingPointsAdded, points, requestId: null, book.Now);
        Log(entry, ActivityType.PendingAdded, points, requestId: null);
    }

    private PendingEntry Add(PendingEntry entry)
    {
        entry.Card.Add(entry);
        _all.Add(entry);
        _byId.Add(entry.Id, entry);

        // At the first moment of the day (D); at once if that has passed.
        var due = entry.ActivatesOn <= book.Today ? book.Now : calendar.EndOf(entry.ActivatesOn.AddDays(-1));
        _waiting.Enqueue(entry, (due, _all.Count));
        return entry;
    }

    /// <summary>Activates the entry that is due, unless something else became of it.</summary>
    public void ActivateNext()
    {
        var entry = _waiting.Dequeue();
        if (entry.IsPending)
        {
            Activate(entry, requestId: null);
        }
    }

    // The expiration starts now (D).
    public void Activate(PendingEntry entry, string? requestId)
    {
        End(entry, SandboxPendingPointsStatus.Activated);
        book.Add(entry.Card, entry.Points, Expiration.Of(entry.Rule));
        book.Record(book.Describe(entry.Card, TransactionType.PendingPointsActivation, entry.Points) with { Pending = entry, Order = entry.Order, Rule = entry.Rule }, requestId);
    }

    public void Change(PendingEntry entry, long points, string requestId)
    {
        entry.Change(points, book.Now);
        entry.Card.Pending += points;
        book.Journal.Add(entry, TransactionType.PendingPointsUpdated, points, requestId, book.Now);
        Log(entry, ActivityType.PendingUpdated, points, requestId);
    }

    public void Cancel(PendingEntry entry, string requestId)
    {
        End(entry, SandboxPendingPointsStatus.Canceled);
        book.Journal.Add(entry, TransactionType.PendingPointsCanceled, -entry.Points, requestId, book.Now);
        Log(entry, ActivityType.PendingCanceled, -entry.Points, requestId);
    }

    private void Log(PendingEntry entry, string type, long change, string? requestId) => activity.Add(
        entry.Card,
        type,
        requestId,
        book.Now,
        added => added with { Pending = entry, PendingBalance = (change, entry.Card.Pending) });

    private void End(PendingEntry entry, SandboxPendingPointsStatus status)
    {
        entry.End(status, book.Now);
        entry.Card.Pending -= entry.Points;
    }
}
