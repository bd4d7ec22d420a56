using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Points that become usable on a later day. They can change only while they are pending (documented).</summary>
internal sealed class PendingEntry(string id, Card card, long points, DateOnly activatesOn, DateTimeOffset createdAt)
{
    public string Id { get; } = id;

    public Card Card { get; } = card;

    /// <summary>The order that earned the points.</summary>
    public required Order Order { get; init; }

    /// <summary>The id of the rule that earned the points.</summary>
    public required string RuleId { get; init; }

    /// <summary>The rule, if the sandbox knows it.</summary>
    public StoredRule? Rule { get; init; }

    /// <summary>The tier that the member had when the order was paid, or null.</summary>
    public Tier? Tier { get; init; }

    public DateOnly ActivatesOn { get; } = activatesOn;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? UpdatedAt { get; private set; }

    public long Points { get; private set; } = points;

    public SandboxPendingPointsStatus Status { get; private set; }

    public bool IsPending => Status == SandboxPendingPointsStatus.Pending;

    /// <summary>The status on the wire (documented).</summary>
    public string StatusName => Status switch
    {
        SandboxPendingPointsStatus.Activated => "ACTIVATED",
        SandboxPendingPointsStatus.Canceled => "CANCELED",
        _ => "PENDING",
    };

    public void Change(long points, DateTimeOffset now) => (Points, UpdatedAt) = (Points + points, now);

    public void End(SandboxPendingPointsStatus status, DateTimeOffset now) => (Status, UpdatedAt) = (status, now);

    public SandboxPendingPoints ToSnapshot() => new()
    {
        Id = Id,
        CardCode = Card.Code,
        Points = Points,
        ActivatesOn = ActivatesOn,
        OrderId = Order.Id,
        Status = Status,
    };
}
