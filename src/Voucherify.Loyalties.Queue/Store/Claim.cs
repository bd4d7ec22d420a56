namespace Voucherify.Loyalties.Queue.Store;

/// <summary>A row that a worker may send now.</summary>
/// <param name="Row">The row as it was claimed.</param>
/// <param name="Epoch">The epoch of the claim.</param>
/// <param name="PriorFirst">Its first send before this claim; null if it was certainly never sent.</param>
/// <param name="PriorLast">Its last send before this claim.</param>
/// <param name="ClaimedAt">The time of the claim, by the clock of the store.</param>
internal sealed record Claim(
    StoredAdjustment Row, long Epoch, DateTimeOffset? PriorFirst, DateTimeOffset? PriorLast, DateTimeOffset ClaimedAt)
{
    /// <summary>Whether it must be looked up first: it may have been sent before.</summary>
    public bool LooksFirst => PriorFirst is not null;

    /// <summary>How long ago it was first sent.</summary>
    public TimeSpan SinceFirstSend => ClaimedAt - (PriorFirst ?? ClaimedAt);
}
