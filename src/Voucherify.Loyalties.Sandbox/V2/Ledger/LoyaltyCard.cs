using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A card of a member: its counters, its buckets and its transactions.</summary>
internal sealed class LoyaltyCard(string id, string code, Member member, CardDefinition definition)
{
    private readonly List<CardTransaction> _transactions = [];

    public string Id { get; } = id;

    /// <summary>The code. Clients see it only after a while.</summary>
    public string Code { get; } = code;

    public Member Member { get; } = member;

    public CardDefinition Definition { get; } = definition;

    public DateTimeOffset CreatedAt => Member.CreatedAt;

    public string DefinitionId => Definition.Id;

    public string MemberId => Member.Id;

    public string ProgramId => Member.Program.Id;

    /// <summary>Whether its balance may be negative.</summary>
    public bool AllowsNegative => Definition.AllowsNegative;

    public CardCounters Counters { get; } = new();

    public PointsBuckets Buckets { get; } = new();

    /// <summary>What happened to the card, oldest first.</summary>
    public List<ActivityEntry> Activities { get; } = [];

    /// <summary>The points that are not active, or never became active, by when they were earned.</summary>
    public List<PendingBucket> PendingBuckets { get; } = [];

    /// <summary>The tier, or null.</summary>
    public TierDefinition? Tier { get; set; }

    /// <summary>Since when the card has its tier.</summary>
    public DateTimeOffset TierSince { get; set; }

    /// <summary>When the tier ends or is prolonged, or null if as soon as the points no longer suffice.</summary>
    public DateTimeOffset? TierEndsAt { get; set; }

    /// <summary>The last moment of the tier, as it is written: the last millisecond of a day (observed), or null.</summary>
    public DateTimeOffset? TierExpiresAt => TierEndsAt?.AddMilliseconds(-1);

    /// <summary>When the last transaction that is processed in order is due.</summary>
    public DateTimeOffset LastDue { get; set; }

    /// <summary>What the transactions that were recorded but have not ended will change in the balance.</summary>
    public long Queued { get; set; }

    /// <summary>The balance once everything that was recorded is applied.</summary>
    public long ExpectedBalance => Counters.Balance + Queued;

    /// <summary>The transactions, oldest first, by ascending id.</summary>
    public IReadOnlyList<CardTransaction> Transactions => _transactions;

    public void Record(CardTransaction transaction) => _transactions.Add(transaction);

    public SandboxMemberCard ToSnapshot() => new()
    {
        Id = Id,
        Code = Code,
        MemberId = Member.Id,
        ProgramId = Member.Program.Id,
        Balance = Counters.Balance,
        PendingPoints = Counters.Pending,
        AddedPoints = Counters.Added,
        SubtractedPoints = Counters.Subtracted,
        ExpiredPoints = Counters.Expired,
        SpentPoints = Counters.Spent,
        RefundedPoints = Counters.Refunded,
        ReturnedPoints = Counters.Returned,
    };
}
