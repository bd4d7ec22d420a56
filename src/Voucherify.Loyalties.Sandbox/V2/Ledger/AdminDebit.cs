namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>An adjustment that removes points.</summary>
/// <param name="points">How many points, more than 0.</param>
/// <param name="policy">What happens if the card has fewer.</param>
internal sealed class AdminDebit(long points, SandboxOverDebit policy) : CardMovement
{
    private long _points = points;

    public override string Type => CardTransactionType.AdminDebit;

    // Only this type has a negative number (documented).
    public override long Points => -_points;

    public override long Change => -_points;

    public override Rejection? Check(LoyaltyCard card, DateTimeOffset now)
    {
        var allowed = card.AllowsNegative || card.Counters.Balance >= _points
            || (policy == SandboxOverDebit.RemoveWhatIsThere && card.Counters.Balance > 0);
        return allowed ? null : Rejection.NotEnoughBalance;
    }

    public override void Apply(LoyaltyCard card, BucketFactory buckets, DateTimeOffset now)
    {
        if (!card.AllowsNegative)
        {
            _points = Math.Min(_points, card.Counters.Balance);
        }

        card.Counters.Subtracted += _points;
        card.Buckets.Take(_points, now);
    }
}
