using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Changes pending points, and activates them when their day begins. All of it at once, without the lag (assumed).</summary>
internal sealed class PendingLedger(
    ProjectCalendar calendar,
    IdGenerator ids,
    LedgerWriter writer,
    JournalWriter journal,
    ActivityLog activities)
{
    private readonly List<PendingEntry> _all = [];
    private readonly Dictionary<string, PendingEntry> _byId = new(StringComparer.Ordinal);
    private readonly PriorityQueue<PendingEntry, (DateTimeOffset Due, int Order)> _waiting = new();

    /// <summary>All entries, oldest first, by ascending id.</summary>
    public IReadOnlyList<PendingEntry> All => _all;

    /// <summary>When the next entry is activated, or <see cref="DateTimeOffset.MaxValue"/>.</summary>
    public DateTimeOffset NextDue => _waiting.TryPeek(out _, out var key) ? key.Due : DateTimeOffset.MaxValue;

    public PendingEntry? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>Adds points for a test. They are not in the journal, and the sandbox does not know their rule.</summary>
    public PendingEntry Add(Card card, long points, DateOnly activatesOn, Order order) =>
        Add(new PendingEntry(ids.NextPendingPointsId(), card, points, activatesOn, writer.Now)
        {
            Order = order,
            RuleId = ids.NextEarningRuleId(),
        });

    /// <summary>Adds points that an order earned by a rule, which says for how many days they are pending.</summary>
    public void Earn(Card card, long points, Order order, StoredRule rule, Tier? tier)
    {
        var activatesOn = writer.Today.AddDays(rule.PendingDays.GetValueOrDefault());
        var entry = Add(new PendingEntry(ids.NextPendingPointsId(), card, points, activatesOn, writer.Now)
        {
            Order = order,
            RuleId = rule.Id,
            Rule = rule,
            Tier = tier,
        });
        journal.Add(entry, TransactionType.PendingPointsAdded, entry.Points, requestId: null, writer.Now);
        Log(entry, ActivityType.PendingAdded, entry.Points, requestId: null);
    }

    /// <summary>Activates the entry that is due, unless it was activated or canceled before.</summary>
    public void ActivateNext()
    {
        var entry = _waiting.Dequeue();
        if (entry.IsPending)
        {
            Activate(entry, requestId: null);
        }
    }

    /// <summary>Activates an entry. The time until the points expire starts now (documented).</summary>
    public void Activate(PendingEntry entry, string? requestId)
    {
        End(entry, SandboxPendingPointsStatus.Activated);
        writer.AddPoints(entry.Card, entry.Points, Expiration.Of(entry.Rule));
        var transaction = writer.CreateTransaction(entry.Card, TransactionType.PendingPointsActivation, entry.Points);
        writer.Record(transaction with { Pending = entry, Order = entry.Order, Rule = entry.Rule, Tier = entry.Tier }, requestId);
    }

    public void Change(PendingEntry entry, long points, string requestId)
    {
        entry.Change(points, writer.Now);
        entry.Card.Pending += points;
        journal.Add(entry, TransactionType.PendingPointsUpdated, points, requestId, writer.Now);
        Log(entry, ActivityType.PendingUpdated, points, requestId);
    }

    public void Cancel(PendingEntry entry, string requestId)
    {
        End(entry, SandboxPendingPointsStatus.Canceled);
        journal.Add(entry, TransactionType.PendingPointsCanceled, -entry.Points, requestId, writer.Now);
        Log(entry, ActivityType.PendingCanceled, -entry.Points, requestId);
    }

    private PendingEntry Add(PendingEntry entry)
    {
        entry.Card.Add(entry);
        _all.Add(entry);
        _byId.Add(entry.Id, entry);

        // At the first moment of the day (documented), or at once if that has passed.
        var due = entry.ActivatesOn <= writer.Today ? writer.Now : calendar.EndOf(entry.ActivatesOn.AddDays(-1));
        _waiting.Enqueue(entry, (due, _all.Count));
        return entry;
    }

    private void Log(PendingEntry entry, string type, long change, string? requestId) =>
        activities.Add(entry.Card, type, requestId, writer.Now, activity =>
            activity with { Pending = entry, PendingBalance = (change, entry.Card.Pending) });

    private void End(PendingEntry entry, SandboxPendingPointsStatus status)
    {
        entry.End(status, writer.Now);
        entry.Card.Pending -= entry.Points;
    }
}
