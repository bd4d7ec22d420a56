namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Points that were added together and expire together. Every addition makes one (assumed).</summary>
internal sealed class Bucket(string id, long points, DateOnly? expiresOn, DateTimeOffset createdAt)
{
    public string Id { get; } = id;

    public DateOnly? ExpiresOn { get; } = expiresOn;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public long Points { get; private set; } = points;

    public DateTimeOffset? UpdatedAt { get; private set; }

    /// <summary>Takes as many of the wanted points as there are, and returns how many.</summary>
    public long Take(long wanted, DateTimeOffset now)
    {
        UpdatedAt = now;
        var taken = Math.Min(wanted, Points);
        Points -= taken;
        return taken;
    }

    public SandboxBucket ToSnapshot() => new() { Id = Id, Points = Points, ExpiresOn = ExpiresOn, CreatedAt = CreatedAt };
}
