namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Something that ends pending points.</summary>
internal abstract class PendingMovement : CardMovement
{
    private readonly string _status;
    private bool _isClaimed;
    private long _points;

    protected PendingMovement(PendingBucket pending, string status)
    {
        Pending = pending;
        _status = status;
        _points = pending.Points;
        Activation = (pending.Date, pending.Type);
        ResourceId = pending.Id;
    }

    public override long Points => _points;

    protected PendingBucket Pending { get; }

    /// <summary>Makes the bucket look changed before the transaction is approved.</summary>
    public void Claim(DateTimeOffset now)
    {
        _isClaimed = true;
        End(now);
    }

    // Another transaction may have ended them meanwhile.
    public override Rejection? Check(LoyaltyCard card, DateTimeOffset now) =>
        _isClaimed || Pending.IsPending ? null : Rejection.BucketHasEnded;

    // Points may have joined or left the bucket since the request.
    protected void End(DateTimeOffset now) =>
        (Pending.Status, Pending.UpdatedAt, _points) = (_status, now, Pending.Points);
}
