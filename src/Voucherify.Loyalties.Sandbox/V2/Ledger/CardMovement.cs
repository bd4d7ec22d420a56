namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>What a transaction does to its card once it is approved.</summary>
internal abstract class CardMovement
{
    /// <summary>The type of the transaction.</summary>
    public abstract string Type { get; }

    /// <summary>The points of the transaction, negative only if the API writes them so.</summary>
    public abstract long Points { get; }

    /// <summary>The change of the balance, negative if points are removed.</summary>
    public abstract long Change { get; }

    /// <summary>Whether nothing can reject it any more.</summary>
    public virtual bool IsCertain => false;

    /// <summary>Whether a member spends the points.</summary>
    public virtual bool IsSpending => false;

    /// <summary>When the points expire that it adds.</summary>
    public (DateOnly? Day, string Type)? Expiration { get; protected init; }

    /// <summary>When the pending points become active.</summary>
    public (DateOnly Day, string Type)? Activation { get; protected init; }

    /// <summary>The bucket that a request makes expire.</summary>
    public BucketSnapshot? Bucket { get; protected init; }

    /// <summary>The buckets that expired, and the day.</summary>
    public (IReadOnlyList<BucketSnapshot> Buckets, DateOnly Day)? Expired { get; protected init; }

    /// <summary>The pending points that it belongs to, or null.</summary>
    public string? ResourceId { get; protected set; }

    /// <summary>The order or the reward that it belongs to, or null.</summary>
    public MovementLinks? Links { get; protected init; }

    /// <summary>Returns why it cannot be applied now, or null.</summary>
    public abstract Rejection? Check(LoyaltyCard card, DateTimeOffset now);

    /// <summary>Applies it. <see cref="Check"/> has just returned null.</summary>
    public abstract void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now);
}
